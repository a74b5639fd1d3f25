namespace AppFlow.Fluent.FSharp.Checker

open AppFlow.Fluent.FSharp.Analyzers

/// What the project's properties and configuration files make of a finding, as the C# compiler does of its own.
module internal Severities =
    /// <param name="settings">The project's.</param>
    /// <param name="configured">What configuration files ask for, of the finding's file.</param>
    /// <param name="finding">What is to be printed.</param>
    let level (settings: Settings) (configured: Level option) (finding: Finding) =
        let own =
            match finding.Severity with
            | Severity.Info -> Level.Info
            | Severity.Warning -> Level.Warning

        let isRaised =
            settings.WarningsAsErrors.Contains finding.Id
            || (settings.TreatWarningsAsErrors && not (settings.WarningsNotAsErrors.Contains finding.Id))

        if settings.NoWarn.Contains finding.Id then
            Level.Silent
        else
            match configured with
            // A rule that is named is raised from where it is by itself, also from Info.
            | None when settings.WarningsAsErrors.Contains finding.Id -> Level.Error
            | _ ->
                match defaultArg configured own with
                | Level.Warning when isRaised -> Level.Error
                | level -> level
