using BotPhone.Api;
using BotPhone.Jobs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotPhone.Tests.Api;

public class OpenApiTextTests
{
    [Fact]
    public async Task ReadAsync_SameOperators_IsWrittenOnce()
    {
        var documents = new Documents();
        var text = new OpenApiText(new Operators(), documents);
        Assert.Same(await text.ReadAsync(default), await text.ReadAsync(default));
        Assert.Equal(1, documents.Made);
    }

    [Fact]
    public async Task ReadAsync_OtherOperators_IsWrittenAgain()
    {
        var (operators, documents) = (new Operators(), new Documents());
        var text = new OpenApiText(operators, documents);
        var before = await text.ReadAsync(default);
        operators.Swap();
        Assert.NotEqual(before, await text.ReadAsync(default));
        Assert.Equal(2, documents.Made);
    }

    private sealed class Operators : IOperators
    {
        public event Action? Changed { add { } remove { } }

        public IReadOnlyList<IOperatorVersion> Loaded { get; private set; } = new List<IOperatorVersion>();

        public IOperatorVersion? FindRoute(string route) => null;

        public IOperatorVersion? FindCode(string code) => null;

        public OperatorLease? Lease(string code) => null;

        public void Swap() => Loaded = new List<IOperatorVersion>();
    }

    private sealed class Documents : IOpenApiDocumentProvider
    {
        public int Made { get; private set; }

        public Task<OpenApiDocument> GetOpenApiDocumentAsync(CancellationToken cancellationToken = default) =>
            Task.FromResult(new OpenApiDocument { Info = new OpenApiInfo { Title = "t", Version = $"{++Made}" }, Paths = [] });
    }
}
