namespace AppFlow.Fluent.FSharp.Checker

open AppFlow.Fluent.FSharp.Analyzers

/// How the project's properties and configuration files change a finding's severity, as the C# compiler does for its own diagnostics.
module internal Severities =
    /// <param name="settings">The project's settings.</param>
    /// <param name="configured">The level that configuration files set for the finding's file.</param>
    /// <param name="finding">The finding to be printed.</param>
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
            // A rule that is named is raised from its default level, even from Info.
            | None when settings.WarningsAsErrors.Contains finding.Id -> Level.Error
            | _ ->
                match defaultArg configured own with
                | Level.Warning when isRaised -> Level.Error
                | level -> level
