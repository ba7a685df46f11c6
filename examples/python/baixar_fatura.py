#!/usr/bin/env python3
"""Baixa uma fatura pelo BotPhone: cria o job, mostra ao vivo o que ele faz e confere o arquivo que chega.

    BOTPHONE_TOKEN=... python3 baixar_fatura.py OI pedido.json

Basta o Python 3.9 ou mais novo, sem instalar mais nada. O README.md ao lado explica o resto.
"""
import argparse, hashlib, json, os, sys, time, uuid
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

QUEDA = (OSError, HTTPException)  # a conexão não abriu, ou caiu
PAUSAS = (1, 2, 5, 10, 20)  # segundos entre uma tentativa e outra
FALTAS = {  # o que o servidor diz em inglês, por compatibilidade
    "value_error.missing": "falta este campo",
    "value_error.any_str.min_length": "não pode ficar vazio",
    "type_error.none.not_allowed": "não pode ser nulo",
    "type_error.str": "precisa ser um texto",
    "type_error.uuid": "precisa ser um UUID",
    "type_error.dict": "precisa ser um objeto JSON",
}


class Recusa(Exception):
    """O que impede de continuar, dito para quem usa."""
    calma = None  # quando basta esperar, por quantos segundos


def insistente(tarefa):
    """Repete a tarefa quando a conexão cai ou o servidor pede calma."""
    def tentar(*argumentos):
        for pausa in (*PAUSAS, None):
            try:
                return tarefa(*argumentos)
            except QUEDA as queda:
                recusa = Recusa(f"Sem conexão: {getattr(queda, 'reason', queda)}")
                recusa.calma = 0
            except Recusa as motivo:
                recusa = motivo
            if pausa is None or recusa.calma is None:
                raise recusa
            pausa = max(pausa, recusa.calma)
            print(f"{recusa}. Nova tentativa em {pausa} s.")
            time.sleep(pausa)
    return tentar


class BotPhone:
    def __init__(self, servidor, token):
        self.servidor, self.token = servidor.rstrip("/"), token

    def abrir(self, caminho, corpo=None, cabecalhos=()):
        requisicao = Request(self.servidor + caminho, corpo, {"Authorization": f"Bearer {self.token}", **dict(cabecalhos)})
        try:
            return urlopen(requisicao, timeout=30)  # mesmo um fluxo ao vivo dá notícia ao menos a cada 5 s
        except HTTPError as erro:
            recusa = Recusa(explicar(erro))
            if erro.code in (429, 503):
                recusa.calma = int(erro.headers.get("Retry-After", 1))
            raise recusa from None

    @insistente
    def ler(self, *requisicao):
        with self.abrir(*requisicao) as resposta:
            return resposta.read()

    def pedir(self, *requisicao):
        return json.loads(self.ler(*requisicao))

    seguir = insistente(abrir)


def explicar(erro):
    try:
        detalhe = json.load(erro)["detail"]
    except (ValueError, LookupError, TypeError, *QUEDA):
        return f"O servidor respondeu {erro.code}, sem dizer por quê"
    if erro.code == 401:
        return f"{detalhe}: confira BOTPHONE_TOKEN, ou peça outro a quem cuida do servidor"
    if erro.code == 422:
        return "O pedido não foi aceito:" + "".join(f"\n  {falta['loc'][-1]}: {FALTAS.get(falta['type'], falta['msg'])}" for falta in detalhe)
    return f"{detalhe} (HTTP {erro.code})"


def eventos(fluxo):
    """Os eventos de um fluxo SSE, com os seus números, até ele acabar ou cair. Um que foi cortado não conta."""
    campos = {}
    try:
        for linha in fluxo:
            nome, _, valor = linha.partition(b": ")
            if nome != b"\n":
                campos[nome] = valor
            elif campos:
                yield campos.get(b"id", b"").decode().strip(), json.loads(campos[b"data"])
                campos = {}
    except QUEDA:
        return


def acompanhar(api, job_id, ultima):
    """Mostra cada linha do job uma só vez, na ordem, até ele terminar."""
    mostradas, antes = 0, None
    while True:
        with api.seguir(f"/events/logs?job_id={job_id}", None, {"Last-Event-ID": ultima}) as fluxo:
            for numero, evento in eventos(fluxo):
                ultima = numero or ultima
                if evento["type"] == "log":
                    print(f"  {evento['message']}")
                    mostradas += 1
                    continue
                job = api.pedir(f"/status/{job_id}")
                agora = f"{job['status']} {job['progress']}%"
                if agora != antes:
                    print(agora)
                antes = agora
                if job["status"] in ("COMPLETED", "FAILED"):
                    for linha in job["logs"][mostradas:]:
                        print(f"  {linha['message']}")
                    return job
                if evento["type"] == "dropped":
                    break  # ficamos para trás; na volta o servidor manda o que faltou
        time.sleep(PAUSAS[0])


def baixar(api, documento, pasta):
    """Guarda o arquivo depois de conferido; com o nome final, está sempre inteiro."""
    conteudo = api.ler("/arquivos/" + quote(documento["key"]))
    if (len(conteudo), hashlib.sha256(conteudo).hexdigest()) != (documento["size"], documento["sha256"]):
        raise Recusa(f"O arquivo chegou danificado e foi descartado. O bom continua no servidor: /arquivos/{documento['key']}")
    destino = pasta.resolve() / PurePosixPath(documento["key"]).name
    parcial = destino.with_name(destino.name + ".part")
    parcial.write_bytes(conteudo)
    return parcial.replace(destino)


def main():
    opcoes = argparse.ArgumentParser(description="Baixa uma fatura pelo BotPhone. O token vem da variável BOTPHONE_TOKEN.")
    opcoes.add_argument("operadora", help="por exemplo OI")
    opcoes.add_argument("pedido", help="arquivo com o JSON do pedido, ou - para a entrada padrão")
    opcoes.add_argument("--servidor", default="http://localhost:8000", help="padrão: %(default)s")
    opcoes.add_argument("--pasta", default=".", type=Path, help="onde guardar a fatura; padrão: a pasta atual")
    escolha = opcoes.parse_args()
    if not escolha.servidor.startswith(("http://", "https://")):
        opcoes.error("--servidor precisa começar com http:// ou https://")
    sys.stdout.reconfigure(line_buffering=True)  # ao vivo também em um arquivo ou em outro programa
    escolha.pasta.mkdir(parents=True, exist_ok=True)

    with open(0 if escolha.pedido == "-" else escolha.pedido, "rb") as entrada:
        pedido = entrada.read()
    api = BotPhone(escolha.servidor, os.environ.get("BOTPHONE_TOKEN", "").strip())
    with api.seguir("/events/logs") as fluxo:  # o número da última linha antes do job: a partir dele nenhuma se perde
        ultima = next((numero for numero, _ in eventos(fluxo)), "0")
    # A mesma chave em todas as tentativas: se só a resposta se perder, não nasce um segundo job.
    cabecalhos = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    criado = api.pedir("/executar/" + quote(escolha.operadora, safe=""), pedido, cabecalhos)
    print(f"{criado['message']}: {criado['job_id']}")

    job = acompanhar(api, criado["job_id"], ultima)
    if job["status"] == "FAILED":
        sys.exit(f"{job['error']} [{job['error_code']}]")
    fatura = next(documento for documento in job["documents"] if documento["key"] == job["result"])
    print(f"Fatura em {baixar(api, fatura, escolha.pasta)}")


if __name__ == "__main__":
    try:
        main()
    except (Recusa, OSError) as motivo:  # um job que falhou sai com 1; o que nem chegou lá, com 2
        print(motivo, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit("Parei de acompanhar; um job já criado continua no servidor.")
