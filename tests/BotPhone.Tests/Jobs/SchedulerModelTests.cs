using System.Collections.Concurrent;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace BotPhone.Tests.Jobs;

/// <summary>
/// Whatever comes, ends, is loaded and removed: the real scheduler runs the first jobs that may run, never more than its limit, and in
/// the end all of them.
/// </summary>
public class SchedulerModelTests
{
    private static readonly string[] Codes = ["A", "B"];

    private static readonly Gen<Move> Moves = Gen.Frequency(
        (5, from code in Gen.Elements(Codes) from login in Gen.Choose(1, 2) select new Move(Kind.Submit, code, login)),
        (4, Gen.Choose(0, 5).Select(which => new Move(Kind.Finish, "", which))),
        (1, Gen.Elements(Codes).Select(code => new Move(Kind.Load, code, 0))),
        (1, Gen.Elements(Codes).Select(code => new Move(Kind.Remove, code, 0))));

    [Fact]
    public void JobScheduler_AnyMoves_RunsWhatTheModelRuns() => Prop
        .ForAll(
            Arb.From(from limit in Gen.Choose(1, 3) from moves in Gen.ListOf(Moves) select (limit, moves: moves.ToList())),
            input => FaultOfAsync(input.limit, input.moves).GetAwaiter().GetResult() is not { } fault ? true : throw new InvalidOperationException(fault))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static async Task<string?> FaultOfAsync(int limit, IReadOnlyList<Move> moves)
    {
        using var world = new World(limit);
        await world.Scheduler.StartAsync(default);
        var model = new Model(limit);
        foreach (var move in moves)
        {
            await world.DoAsync(move);
            model.Do(move);
            await Until.TrueAsync(() => world.Running.SequenceEqual(model.Running), $"{string.Join(',', model.Running)} run after {move}, not {string.Join(',', world.Running)}");
            if (world.MostAtOnce > limit) return $"{world.MostAtOnce} ran at once, {limit} may";
        }

        // Nobody starves: with all operators there, everything ends.
        foreach (var code in Codes) await world.DoAsync(new Move(Kind.Load, code, 0));
        await Until.TrueAsync(
            async () =>
            {
                while (world.Running.Count > 0) await world.DoAsync(new Move(Kind.Finish, "", 0));
                return world.Ended == world.Submitted;
            },
            "all jobs end");
        await world.Scheduler.StopAsync(default);
        return world.MostAtOnce > limit ? "too many at once" : null;
    }

    private enum Kind
    {
        Submit,
        Finish,
        Load,
        Remove,
    }

    private sealed record Move(Kind Kind, string Code, int Which);

    /// <summary>What ought to happen. Operator B has one session for each login.</summary>
    private sealed class Model(int limit)
    {
        private readonly List<(int Number, string Code, int Login)> _waiting = [];
        private readonly SortedDictionary<int, (string Code, int Login)> _running = [];
        private readonly HashSet<string> _loaded = [.. Codes];
        private int _number;

        public IReadOnlyList<int> Running => [.. _running.Keys];

        public void Do(Move move)
        {
            if (move.Kind == Kind.Submit) _waiting.Add((++_number, move.Code, move.Which));
            if (move.Kind == Kind.Finish && _running.Count > 0) _running.Remove(Running[move.Which % _running.Count]);
            if (move.Kind == Kind.Load) _loaded.Add(move.Code);
            if (move.Kind == Kind.Remove) _loaded.Remove(move.Code);
            while (_running.Count < limit && _waiting.FindIndex(MayRun) is >= 0 and var first)
            {
                var (number, code, login) = _waiting[first];
                _waiting.RemoveAt(first);
                _running.Add(number, (code, login));
            }
        }

        private bool MayRun((int Number, string Code, int Login) job) =>
            _loaded.Contains(job.Code) && !(job.Code == "B" && _running.ContainsValue((job.Code, job.Login)));
    }

    /// <summary>The real scheduler, queue, runner and store, with operators that wait until they are told to end.</summary>
    private sealed class World : IOperators, IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly ConcurrentDictionary<string, bool> _loaded = new(Codes.Select(code => KeyValuePair.Create(code, true)));
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _running = [];
        private readonly Dictionary<string, IOperatorVersion> _versions;
        private readonly LiteJobStore _store;
        private readonly JobQueue _queue = new();
        private readonly PayloadVault _vault;
        private readonly PortalPauses _pauses;
        private readonly SignedInSessions _sessions;
        private int _atOnce;

        public World(int limit)
        {
            var options = Options.Create(new JobsOptions { MaxConcurrency = limit, OutagePause = TimeSpan.Zero });
            var data = new DataFolder(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Path", _folder.Path)]).Build());
            _versions = Codes.ToDictionary(code => code, Version);
            _store = new LiteJobStore(data.File("jobs.db"), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
            _vault = new PayloadVault(new PayloadFiles(data, NullLogger<PayloadFiles>.Instance), data, new EphemeralDataProtectionProvider());
            _pauses = new PortalPauses(_queue, options, TimeProvider.System, NullLogger<PortalPauses>.Instance);
            _sessions = new SignedInSessions(_queue, this, options, TimeProvider.System, NullLogger<SignedInSessions>.Instance);
            var tools = new AttemptTools(
                Substitute.For<IBrowsers>(), Substitute.For<IInvoices>(), new InvoiceFiling(Substitute.For<IInvoices>(), _store.Ledger, new InvoiceTurns(new KeyedLock())), Substitute.For<IEvidence>(), new LoginGuard(_store, new KeyedLock(), options, TimeProvider.System), _sessions, options, TimeProvider.System);
            var runner = new JobRunner(_store, tools, _vault, TimeProvider.System, NullLogger<JobRunner>.Instance);
            var starter = new JobStarter(_store, this, runner, NullLogger<JobStarter>.Instance);
            Scheduler = new JobScheduler(_store, _queue, this, starter, runner, _pauses, _sessions, new OperatorLimits(new ConfigurationBuilder().Build()), _vault, options, TimeProvider.System, NullLogger<JobScheduler>.Instance);
        }

        public event Action? Changed { add { } remove { } }

        public JobScheduler Scheduler { get; }

        public int Submitted { get; private set; }

        public int Ended => _store.Counts.Done;

        public int MostAtOnce { get; private set; }

        /// <summary>The numbers of the jobs that run.</summary>
        public IReadOnlyList<int> Running => [.. _running.Keys.Order()];

        public IReadOnlyList<IOperatorVersion> Loaded => [.. _versions.Values.Where(version => _loaded[version.Code])];

        public IOperatorVersion? FindRoute(string route) => FindCode(route);

        public IOperatorVersion? FindCode(string code) => _loaded[code] ? _versions[code] : null;

        public OperatorLease? Lease(string code) => FindCode(code) is { } version ? new OperatorLease(version, () => { }) : null;

        public async Task DoAsync(Move move)
        {
            if (move.Kind == Kind.Submit) await SubmitAsync(move.Code, move.Which);
            if (move.Kind == Kind.Finish && Running is { Count: > 0 } running && _running.TryGetValue(running[move.Which % running.Count], out var end)) end.TrySetResult();
            if (move.Kind is Kind.Load or Kind.Remove) _loaded[move.Code] = move.Kind == Kind.Load;
            if (move.Kind == Kind.Load) _queue.LookAgain();
        }

        public void Dispose()
        {
            Scheduler.Dispose();
            _pauses.Dispose();
            _sessions.Dispose();
            _store.Dispose();
            _folder.Dispose();
        }

        private async Task SubmitAsync(string code, int login)
        {
            var job = JobTests.Pending(++Submitted, code) with { LoginKey = $"{code} {login}" };
            await _vault.KeepAsync(job.Id, new Dictionary<string, string> { ["login"] = $"{login}", ["senha"] = "x", ["filtro"] = $"{Submitted}", ["cnpj"] = "11.222.333/0001-81" });
            await _store.AddAsync(job);
            _queue.Add(job);
        }

        private IOperatorVersion Version(string code)
        {
            var version = Substitute.For<IOperatorVersion>();
            version.Code.Returns(code);
            version.Version.Returns("1");
            version.Restartable.Returns(true);
            version.OneSessionPerLogin.Returns(code == "B");
            version.Payload.Returns(PayloadSchema.Of(typeof(InvoiceRequest)));
            version.Timeout.Returns((TimeSpan?)null);
            version.Secrets.Returns([]);
            version.RunAsync(Arg.Any<JobContext>()).Returns(call => RunAsync(call.Arg<JobContext>()));
            return version;
        }

        private async Task<OperatorResult> RunAsync(JobContext job)
        {
            var number = int.Parse(job.Payload<InvoiceRequest>().Filter, null);
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_running) MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            _running[number] = end;
            await end.Task;
            lock (_running) _atOnce--;
            _running.TryRemove(number, out _);
            throw new OperatorException(ErrorCode.InvoiceNotFound);
        }
    }
}
