using System.IO.Compression;
using BotPhone.Sdk;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace BotPhone.Invoices;

/// <summary>Unpacks the streams of one document, and no more than so much of all of them together: few bytes can unpack to more than a machine holds.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private const long MostBytes = 256 * 1024 * 1024;
    private static readonly IFilterProvider All = DefaultFilterProvider.Instance;
    private long _left = MostBytes;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(All.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(All.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(All.GetAllFilters());

    private IFilter[] Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bound(filter, this))];

    private void Take(long count)
    {
        if ((_left -= count) < 0) throw new OperatorException(ErrorCode.WrongInvoice, $"o PDF descomprime para mais de {MostBytes / (1024 * 1024)} MiB: não é uma fatura");
    }

    private sealed class Bound(IFilter filter, BoundedFilters all) : IFilter
    {
        // Deflate cannot do more.
        private const long LargestRatio = 1032;
        private const int HeadLength = 2;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter && input.Length * LargestRatio > all._left) Measure(input);
            var decoded = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            all.Take(decoded.Length);
            return decoded;
        }

        // The library holds all that comes out at once: what may be too much is first unpacked to nowhere.
        private void Measure(Memory<byte> input)
        {
            using var unpacked = new DeflateStream(new MemoryStream(input[Math.Min(HeadLength, input.Length)..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[81920];
            try
            {
                var length = 0L;
                for (int read; (read = unpacked.Read(buffer)) > 0;)
                    if ((length += read) > all._left) all.Take(length);
            }
            catch (InvalidDataException)
            {
                // The library makes what it can of a damaged stream, which is no more than was counted here.
            }
        }
    }
}
