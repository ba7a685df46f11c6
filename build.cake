using System.Xml.Linq;

var target = Argument("target", "help");
var artifacts = MakeAbsolute(Directory("artifacts"));
var server = artifacts.Combine("botphone");
var packages = artifacts.Combine("packages");
var results = artifacts.Combine("test-results");

Task("help").Does(() => Information("""
    ./build.sh demo      builds all, runs one real job for every operator against the simulated portals
                         (--keep leaves the server and the portals running)
    ./build.sh test      every test, those in the browser too
    ./build.sh chaos     kills the server a hundred times at random moments, and lets everything happen to a cluster with
                         five hundred jobs (--kills=N, --jobs=N for more or fewer)
    ./build.sh bench     what it costs, as ratios against the bare platform, on this machine
                         (--only=start, deploy, queue, cluster, requests, history, followers or invoices)
    ./build.sh pictures  the demo, and pictures of its dashboard into docs/pictures
    ./build.sh run       the server, on its defaults
    ./build.sh portals   the simulated portals alone, with their addresses and logins
    ./build.sh publish   artifacts/botphone (the server and its plugins) and artifacts/packages
    """));

Task("publish").IsDependentOn("node").Does(() =>
{
    DotNetPublish("engine", new DotNetPublishSettings { Configuration = "Release", OutputDirectory = server, NoLogo = true });
    foreach (var plugin in GetSubDirectories("plugins"))
    {
        var folder = server.Combine("plugins").Combine(plugin.GetDirectoryName());
        DotNetPublish(plugin.FullPath, new DotNetPublishSettings { Configuration = "Release", OutputDirectory = folder, NoLogo = true });
    }

    foreach (var package in GetSubDirectories("sdk"))
        DotNetPack(package.FullPath, new DotNetPackSettings { Configuration = "Release", OutputDirectory = packages, NoLogo = true });
});

Task("node").WithCriteria(IsRunningOnLinux()).Does(() => Need("Node.js and npm, which build the dashboard,", "nodejs npm", "node", "npm"));

Task("browser").WithCriteria(IsRunningOnLinux()).Does(() => Need(
    "Chromium, its shell without a window, its driver, and qpdf", "chromium chromium-headless-shell chromium-driver qpdf",
    "chromium", "chromium-headless-shell", "chromedriver", "qpdf"));

Task("qpdf").WithCriteria(IsRunningOnLinux()).Does(() => Need("qpdf, with which the portals lock PDFs,", "qpdf", "qpdf"));

Task("clients").WithCriteria(IsRunningOnLinux()).Does(() => Need("Node.js, npm, Python, curl and OpenSSL", "nodejs npm python3 curl openssl", "node", "npm", "python3", "curl", "openssl"));

Task("servers").WithCriteria(IsRunningOnLinux()).Does(() => Need(
    "Swift, an S3 server for the tests, and memcached", "swift-proxy swift-account swift-container swift-object memcached",
    "swift-proxy-server", "swift-account-server", "swift-container-server", "swift-object-server", "memcached"));

Task("grid").WithCriteria(IsRunningOnLinux()).Does(() => Need("Java, in which the tests' Selenium Grid runs,", "default-jre-headless", "java"));

Task("postgres").WithCriteria(IsRunningOnLinux()).Does(() => Need("PostgreSQL, on which nodes share their jobs,", "postgresql", "pg_createcluster"));

// The server as it was, from the history: nodes of both versions work on one database. Done once; a shallow clone has no history, and leaves its tests out.
Task("previous").IsDependentOn("node").Does(() =>
{
    var commit = System.IO.File.ReadLines("tests/previous-version.txt").Single(line => !line.StartsWith('#'));
    var previous = artifacts.Combine("previous");
    if (DirectoryExists(previous.Combine(commit))) return;
    if (Context.Tools.Resolve("git") is null || StartProcess("git", $"cat-file -e {commit}^{{commit}}") != 0)
    {
        Warning($"The previous version, {commit}, is not in this clone's history (git fetch --unshallow brings it): the tests of an upgrade are left out.");
        return;
    }

    CleanDirectory(previous);
    var (zip, source, published) = (previous.CombineWithFilePath("source.zip"), previous.Combine("source"), previous.Combine("published"));
    Run("git", $"archive --output={zip} {commit}");
    Unzip(zip, source);
    DotNetPublish(source.Combine("engine").FullPath, new DotNetPublishSettings { Configuration = "Release", OutputDirectory = published, NoLogo = true, WorkingDirectory = source });
    // Its name is there only once all of it is.
    MoveDirectory(published, previous.Combine(commit));
    DeleteDirectory(source, new DeleteDirectorySettings { Recursive = true, Force = true });
    DeleteFile(zip);
});

Task("test").IsDependentOn("publish").IsDependentOn("previous").IsDependentOn("browser").IsDependentOn("clients").IsDependentOn("servers").IsDependentOn("postgres").IsDependentOn("grid").Does(() =>
{
    CleanDirectory(results);
    var exitCode = 0;
    DotNetBuild("BotPhone.sln", new DotNetBuildSettings { Configuration = "Release", NoLogo = true });
    (string Name, string Value)[] everywhere =
    [
        // A snapshot that is missing is a failure, not a new one.
        ("SNAPSHOOTER_STRICT_MODE", "on"),
        // Most of what runs is compiled for one test: without the second view of each of its pages a tenth less processor time.
        ("DOTNET_EnableWriteXorExecute", "0"),
    ];
    // One after the other: the tests of the portals wait for pages, which must not be late because others work the processors hard.
    string[] portals = ["Browsers", "Digitalnet", "Embratel", "Oi", "Portals", "Sat", "Vivo"];
    TestOnly("All but the portals", string.Join('&', portals.Select(name => $"FullyQualifiedName!~BotPhone.Tests.{name}.")), threads: 3);
    TestOnly("The portals, in the browser", string.Join('|', portals.Select(name => $"FullyQualifiedName~BotPhone.Tests.{name}.")), threads: 4);

    // All that the engine does once more, each server a node on PostgreSQL and S3; not what looks into the files of one server.
    string[] engine = ["Api", "Contract", "Documents.When", "Faults", "Ledger", "Metrics", "Operators.When", "Processos", "Statistics"];
    TestOnly("The engine, as a node of a cluster", $"Keeps!=files&({string.Join('|', engine.Select(name => $"FullyQualifiedName~BotPhone.Tests.{name}"))})", threads: 3, ("BOTPHONE_TEST_CLUSTER", "1"));

    void TestOnly(string what, string filter, int threads, params (string Name, string Value)[] environment)
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        DotNetTest("BotPhone.sln", new DotNetTestSettings
        {
            Configuration = "Release",
            NoLogo = true,
            NoBuild = true,
            Filter = filter,
            EnvironmentVariables = environment.Concat(everywhere).ToDictionary(one => one.Name, one => one.Value),
            ResultsDirectory = results,
            Loggers = ["trx", "console;verbosity=normal"],
            Blame = true,
            ArgumentCustomization = arguments => arguments.Append($"-- xUnit.MaxParallelThreads={threads}"),
            HandleExitCode = code => { exitCode = Math.Max(exitCode, code); return true; },
        });
        Information($"{what}: {start.Elapsed.TotalMinutes:0.0} min");
    }

    var elements = GetFiles($"{results}/*.trx").SelectMany(file => XDocument.Load(file.FullPath).Descendants()).ToList();
    var tests = elements.Where(e => e.Name.LocalName == "UnitTestResult").ToList();
    // Such as a test host that died, and which tests it ran at that moment.
    foreach (var fault in elements.Where(e => e.Name.LocalName == "RunInfo" && (string)e.Attribute("outcome") == "Error")) Error(fault.Value);
    int Count(string outcome) => tests.Count(test => (string)test.Attribute("outcome") == outcome);
    foreach (var skipped in tests.Where(test => (string)test.Attribute("outcome") == "NotExecuted")) Warning($"Skipped: {skipped.Attribute("testName").Value}");
    foreach (var failed in tests.Where(test => (string)test.Attribute("outcome") == "Failed"))
    {
        Error($"Failed: {failed.Attribute("testName").Value}");
        Error(string.Concat(failed.Descendants().Where(e => e.Name.LocalName is "Message" or "StackTrace").Select(e => e.Value + "\n")));
    }
    var summary = $"{Count("Passed")} passed, {Count("Failed")} failed";
    System.IO.File.WriteAllText(results.CombineWithFilePath("summary.txt").FullPath, summary + "\n");
    Information(summary);
    if (exitCode != 0 || tests.Count == 0) throw new CakeException($"The tests failed: {summary}");
});

Task("demo").IsDependentOn("publish").IsDependentOn("browser").Does(() => Start("tests/Demo", HasArgument("keep") ? "--keep" : ""));

Task("pictures").IsDependentOn("publish").IsDependentOn("browser").Does(() => Start("tests/Demo", $"--pictures={MakeAbsolute(Directory("docs/pictures"))}"));

Task("chaos").IsDependentOn("publish").IsDependentOn("browser").IsDependentOn("servers").IsDependentOn("postgres").IsDependentOn("grid").Does(() => DotNetTest("tests/BotPhone.Tests", new DotNetTestSettings
{
    Configuration = "Release",
    NoLogo = true,
    Filter = "FullyQualifiedName~When_the_server_is_killed|FullyQualifiedName~When_everything_goes_wrong",
    Loggers = ["console;verbosity=normal"],
    EnvironmentVariables = new Dictionary<string, string> { ["BOTPHONE_TEST_KILLS"] = Argument("kills", "100"), ["BOTPHONE_TEST_CLUSTER_JOBS"] = Argument("jobs", "500") },
}));

Task("load").WithCriteria(IsRunningOnLinux()).Does(() => Need("wrk, which asks the servers,", "wrk", "wrk"));

Task("bench").IsDependentOn("publish").IsDependentOn("browser").IsDependentOn("load").IsDependentOn("servers").IsDependentOn("postgres").Does(() => Start("tests/BotPhone.Benchmarks", Argument("only", "")));

Task("portals").IsDependentOn("qpdf").Does(() => Start("tests/PortalSimulator"));

Task("run").IsDependentOn("publish").IsDependentOn("browser").Does(() =>
    Run(server.CombineWithFilePath(IsRunningOnWindows() ? "botphone.exe" : "botphone").FullPath, "serve", server));

RunTarget(target);

// What the machine lacks is installed by its package manager, or, without the rights, said in one command.
void Need(string what, string aptPackages, params string[] programs)
{
    if (programs.All(name => Context.Tools.Resolve(name) is not null)) return;

    if (Context.Tools.Resolve("apt-get") is null)
        throw new CakeException($"{what} ({string.Join(", ", programs)}) are missing: install them with this system's package manager.");

    var install = $"install -y --no-install-recommends {aptPackages}";
    if (Environment.UserName != "root") throw new CakeException($"{what} are missing. Run once: sudo apt-get update && sudo apt-get {install}");
    Information($"Installing {what}...");
    Run("apt-get", "update");
    Run("apt-get", install);
}

void Start(string project, string arguments = "")
{
    DotNetBuild(project, new DotNetBuildSettings { Configuration = "Release", NoLogo = true, Verbosity = DotNetVerbosity.Quiet });
    Run("dotnet", $"run --project {project} -c Release --no-build -- {arguments}");
}

void Run(string program, string arguments, DirectoryPath folder = null)
{
    var exitCode = StartProcess(program, new ProcessSettings { Arguments = arguments, WorkingDirectory = folder ?? Context.Environment.WorkingDirectory });
    if (exitCode != 0) throw new CakeException($"{program} ended with exit code {exitCode}.");
}
