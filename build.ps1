# ./build.ps1 [target] [options]: see the targets with ./build.ps1 help
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    throw 'The .NET 10 SDK is needed: https://dotnet.microsoft.com/download'
}

$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$target, $rest = $args
if (-not $target) { $target = 'help' }
dotnet tool restore | Out-Null
dotnet cake build.cake --target="$target" @rest
exit $LASTEXITCODE
