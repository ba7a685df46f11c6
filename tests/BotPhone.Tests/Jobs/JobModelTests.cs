using BotPhone.Jobs;
using BotPhone.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace BotPhone.Tests.Jobs;

/// <summary>Whatever is done to a job, in whatever order: it changes as the contract's table says, or the change is refused.</summary>
public class JobModelTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly StoredDocument Document = new("faturas/x.pdf", StoredDocument.Invoice, 1, "ab", null);

    private static readonly Gen<Step> Steps = Gen.OneOf(
        Gen.Elements(
            new Step("start", job => job.Start("1", Now), model => model.Status == JobStatus.Pending ? model with { Status = JobStatus.Running } : null),
            new Step("attempt", job => job.BeginAttempt(), model => model.At(30) is { } next ? next with { Attempt = model.Attempt + 1, Documents = 0 } : null),
            new Step("finish", job => job.Finishing(), model => model.At(90)),
            new Step("capture", job => job.Capture(Document), model => model.At(95) is { } next ? next with { Documents = model.Documents + 1 } : null),
            new Step("complete", job => job.Complete(Now), model => model is { Status: JobStatus.Running, Documents: > 0 } ? model with { Status = JobStatus.Completed, Progress = 100 } : null),
            new Step("fail", job => job.Fail(ErrorCode.Maintenance, "Erro", "Erro", Now), model => model.HasEnded ? null : model with { Status = JobStatus.Failed }),
            new Step("give back", job => job.GiveBack(), model => model.Status == JobStatus.Running ? model with { Status = JobStatus.Pending } : null),
            new Step("mark", job => job.Mark("m"), model => model.Status == JobStatus.Running ? model : null)),
        Gen.Choose(-50, 200).Select(percent => new Step($"advance {percent}", job => job.Advance(percent), model => model.At(30 + (Math.Clamp(percent, 0, 100) * 60 / 100)))));

    [Fact]
    public void Job_AnySteps_ChangesAsTheModelDoes() => Prop
        .ForAll(Arb.From(Gen.ListOf(Steps)), steps => FaultOf([.. steps]) is not { } fault ? true : throw new InvalidOperationException(fault))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static string? FaultOf(IReadOnlyList<Step> steps)
    {
        var (job, model) = (JobTests.Pending(), new Model(JobStatus.Pending, 0, 0, 0));
        foreach (var step in steps)
        {
            var (next, expected) = (TryTake(step, job), step.Expected(model));
            if (next is null != expected is null) return $"{step.Name} of {model}: {(next is null ? "refused" : "allowed")}";
            if (next is null) continue;
            if (next.Progress < job.Progress) return $"{step.Name}: progress went back from {job.Progress} to {next.Progress}";
            (job, model) = (next, expected!);
            var real = new Model(job.Status, job.Progress, job.Attempt, job.Documents.Count);
            if (real != model) return $"{step.Name}: {real}, not {model}";
            if (job.HasEnded != job.CompletedAt is not null) return $"{step.Name}: {job.Status}, ended {job.CompletedAt}";
        }

        return null;
    }

    private static Job? TryTake(Step step, Job job)
    {
        try
        {
            return step.Take(job);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Step(string Name, Func<Job, Job> Take, Func<Model, Model?> Expected);

    private sealed record Model(JobStatus Status, int Progress, int Attempt, int Documents)
    {
        public bool HasEnded => Status is JobStatus.Completed or JobStatus.Failed;

        public Model? At(int progress) => Status == JobStatus.Running ? this with { Progress = Math.Max(Progress, progress) } : null;
    }
}
