namespace AppFlow.Fluent.FSharp.Checker

open System
open System.IO
open System.Threading
open System.Threading.Tasks
open AppFlow.Fluent.FSharp.Analyzers

/// Checks one project: reads the build's settings, and writes the lines that the build prints.
module internal Check =
    let private print (settings: Settings) (findings: Finding list) =
        let configs = lazy AnalyzerConfigs(settings.Configs)

        let levelOf (finding: Finding) =
            let range = finding.Range

            if settings.Configs.IsEmpty then
                Severities.level settings None finding
            elif configs.Value.IsGenerated range.FileName then
                Level.Silent
            else
                Severities.level settings (configs.Value.Level(range.FileName, finding.Id, finding.Category)) finding

        findings |> List.choose (fun finding -> Lines.ofFinding (levelOf finding) finding)

    let private linesOf (settings: Settings) =
        if LibraryUse.isThere settings.Assembly settings.References then
            let results = TypedProject.check settings
            ProjectReader.check results |> Suppressions.apply results |> print settings
        else
            []

    // The oldest time, so that the next build checks again.
    let private neverUpToDate () = DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc)

    // Long programs have deep trees, which need a deep stack.
    [<Literal>]
    let private Stack = 256 * 1024 * 1024

    let private onLargeStack (work: unit -> 'T) =
        use task = new Task<'T>(work)
        let thread = Thread((fun () -> task.RunSynchronously()), Stack)
        thread.Start()
        task.GetAwaiter().GetResult()

    /// <summary>Checks the project and writes its lines. A failure becomes a line, and the next build does not accept that as a result.</summary>
    /// <returns>The program's exit code.</returns>
    let run (path: string) =
        let settings = Settings.read path
        let log = settings.Output + ".failure.log"

        try
            let lines = onLargeStack (fun () -> linesOf settings)
            File.Delete log
            Lines.write settings.Output lines
            0
        with failure ->
            Lines.write log [ failure.ToString() ]
            Lines.write settings.Output [ Lines.ofFailure settings.Project log failure ]
            File.SetLastWriteTimeUtc(settings.Output, neverUpToDate ())
            0
