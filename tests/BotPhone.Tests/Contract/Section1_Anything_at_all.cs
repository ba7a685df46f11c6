using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §1 and §4: whatever is sent, the answer is no fault of ours and says in JSON what is wrong. 20,000 cases.</summary>
public sealed class Section1_Anything_at_all : IAsyncLifetime
{
    private static readonly string[] Fields = ["login", "senha", "filtro", "cnpj", "processo_id", "data_vencimento", "nome_arquivo", "apelido", "outro", ""];
    private static readonly string[] Words = ["executar", "probe", "status", "jobs", "arquivos", "operadoras", "auth", "token", "docs", "ws", "notifications", "faturas", "..", ".", "%2e%2e", "%00", "%", "%ff", "*", "~", "é"];

    private static readonly Gen<string> Text = Gen.OneOf(
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
        Gen.Elements("11222333000181", "b4148f5f-e820-408a-b623-8f1ba3fd2578", "10/01/2026", "faturas/a.pdf", "../x", "\ud800", "\0", "ok", "'; --", "<b>", new string('9', 5000)));

    private static readonly Gen<JsonNode?> Value = Gen.OneOf(
        Text.Select(text => (JsonNode?)JsonValue.Create(text)),
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Elements("null", "true", "[]", "{}", "[[[]]]", "1e400", "-0").Select(text => JsonNode.Parse(text)));

    private static readonly Config ManyAtOnce = Config.QuickThrowOnFailure.WithParallelRunConfig(new ParallelRunConfig(8));

    private static readonly Gen<byte[]> Bytes = ArbMap.Default.GeneratorFor<byte[]>();

    private static readonly Gen<byte[]> Body = Gen.Frequency(
        (4, ObjectOf(Fields, Value).Select(json => Encoding.UTF8.GetBytes(Escaped(json)))),
        (2, Cut(ObjectOf(Fields, Value).Select(json => Encoding.UTF8.GetBytes(Escaped(json))))),
        (1, Value.Select(value => Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "null"))),
        (1, Bytes));

    private static readonly Gen<string> Path =
        from words in MostlyFew(Gen.Frequency((6, Gen.Elements(Words)), (2, Text.Select(Uri.EscapeDataString)), (1, Text.Select(Printable))))
        from query in Gen.OneOf(Gen.Constant(""), Text.Select(text => "?" + Printable(text)), Text.Select(text => $"?limit={Uri.EscapeDataString(text)}&cursor={Uri.EscapeDataString(text)}&status=x"))
        select "/" + string.Join('/', words) + query;

    private static readonly Gen<string> Header =
        from name in Gen.Elements("Authorization", "Idempotency-Key", "Range", "Origin", "Content-Type", "Last-Event-ID", "Accept", "Expect", "If-Range", "Cookie", "X-Nada", "Upgrade")
        from value in Gen.OneOf(Text.Select(Printable), Gen.Elements("Bearer x", "bytes=0-1", "bytes=9-1", "null", "http://localhost:1", "application/json", "-1", "999999999999999999999", "websocket"))
        select $"{name}: {value}\r\n";

    // Never one that is right, since nothing follows.
    private static readonly Gen<string> Length = Gen.Elements("", "Content-Length: -1\r\n", "Content-Length: x\r\n", "Content-Length: 999999999999999999999\r\n", "Transfer-Encoding: x\r\n");

    private static readonly Gen<byte[]> Message = Gen.Frequency(
        (4, ObjectOf(["action", "job_id", "token", "x"], Gen.OneOf(Value, Gen.Elements("subscribe", "unsubscribe", "ping", "*").Select(text => (JsonNode?)JsonValue.Create(text)))).Select(json => Encoding.UTF8.GetBytes(Escaped(json)))),
        (1, Text.Select(text => Encoding.UTF8.GetBytes(text))),
        (1, Bytes));

    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync("--Limits:RequestsPerSecond=1000000");

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public void Bodies() => Hold(8000, Body, body => SendAsync("POST /executar/probe", $"{Authorization}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n", body), ManyAtOnce);

    [Fact]
    public void Paths() => Hold(
        5000,
        from method in Gen.Elements("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "get", "X")
        from path in Path
        where method is not "HEAD" && !path.StartsWith("/events", StringComparison.Ordinal)
        select $"{method} {path}",
        line => SendAsync(line, Authorization),
        ManyAtOnce);

    [Fact]
    public void Headers() => Hold(
        3000,
        from path in Gen.Elements("GET /jobs", "POST /executar/probe", "GET /arquivos/faturas/a.pdf", "GET /ws/notifications")
        from headers in MostlyFew(Header)
        from length in Length
        select (path, text: string.Concat(headers) + length),
        request => SendAsync(request.path, request.text),
        ManyAtOnce);

    [Fact]
    public async Task Messages()
    {
        using var client = await SocketClient.OpenAsync(_server.Address);
        Hold(4000, Message, async message =>
        {
            client.Seen.Clear();
            await client.SendAsync(message, IsText(message) ? WebSocketMessageType.Text : WebSocketMessageType.Binary);
            await client.PingAsync();
            return client.Seen.All(seen => (string?)seen["type"] is "error" or "pong" or "job_update" or "log") ? null : $"answered {client.Seen[0]}";
        });
    }

    private string Authorization => $"Authorization: Bearer {_server.Token}\r\n";

    // Where jobs are kept changes little of what is made of a request: a node is asked a tenth of it.
    private static void Hold<T>(int cases, Gen<T> inputs, Func<T, Task<string?>> faultOf, Config? config = null) => Prop
        .ForAll(Arb.From(inputs), input => faultOf(input).GetAwaiter().GetResult() is not { } fault ? true : throw new InvalidOperationException(fault))
        .Check((config ?? Config.QuickThrowOnFailure).WithMaxTest(TestCluster.IsOn ? cases / 10 : cases));

    private async Task<string?> SendAsync(string line, string headers, byte[]? body = null)
    {
        var (status, head, answer) = await RawHttp.SendAsync(
            _server.Address, [.. Encoding.UTF8.GetBytes($"{line} HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"), .. body ?? []]);
        var said = status switch
        {
            >= 200 and < 400 => true,
            >= 400 and < 500 or 505 => head.Contains("Content-Type: application/json", StringComparison.Ordinal) && answer?["detail"] is JsonValue or JsonArray { Count: > 0 },
            _ => false,
        };
        return said ? null : $"{line}\n{headers}\n→ {status} {answer?.ToJsonString()}\n{head}";
    }

    private static Gen<List<T>> MostlyFew<T>(Gen<T> one) => Gen.Frequency((9, Gen.Choose(0, 8).SelectMany(count => one.ListOf(count))), (1, one.ListOf()));

    private static Gen<JsonObject> ObjectOf(string[] names, Gen<JsonNode?> value) =>
        from fields in MostlyFew(from name in Gen.Elements(names) from content in value select (name, content))
        select new JsonObject(fields.DistinctBy(field => field.name).Select(field => KeyValuePair.Create(field.name, field.content?.DeepClone())));

    // Anything is escaped, so that half a surrogate pair is sent too.
    private static string Escaped(JsonObject json) => string.Concat("{", string.Join(',', json.Select(field => $"\"{Escaped(field.Key)}\":{(field.Value?.GetValueKind() == System.Text.Json.JsonValueKind.String ? $"\"{Escaped(field.Value.GetValue<string>())}\"" : field.Value?.ToJsonString() ?? "null")}")), "}");

    private static string Escaped(string text) => string.Concat(text.Select(letter => letter is >= ' ' and <= '~' and not ('"' or '\\') ? letter.ToString() : $"\\u{(int)letter:x4}"));

    private static Gen<byte[]> Cut(Gen<byte[]> whole) => from bytes in whole from length in Gen.Choose(0, bytes.Length) select bytes[..length];

    private static string Printable(string text) => string.Concat(text.Where(letter => letter is > ' ' and <= '~'));

    private static bool IsText(byte[] bytes)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
