namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Programs

open System.IO
open System.Text.RegularExpressions
open AppFlow.Fluent.FSharp.Analyzers.Tests.Building
open AppFlow.Fluent.Rules.Catalog

module FSharpRules =
    /// All rules, but for what the F# compiler itself says (AFF4001 and AFF4004), and for what is about no program.
    let ids =
        [
            for rule in RuleCatalog.All do
                if not (List.contains rule.Id [ "AFF0001"; "AFF0002"; "AFF4001"; "AFF4004" ]) then
                    rule.Id
        ]

/// A piece of F# on a rule's page.
type PageBlock =
    {
        /// The page's rule.
        Id: string
        /// The heading that it stands under: Flagged or Fixed.
        Heading: string
        /// The file that it is compiled in.
        File: string
        /// The file's text.
        Text: string
    }

module PageBlocks =
    let private frame (id: string) (name: string) (code: string) =
        $"module Pages.{id}.{name}\n\nopen System\nopen System.Threading.Tasks\nopen AppFlow.Fluent\nopen AppFlow.Fluent.Annotations\n\n{code}\n"

    let all =
        [
            for path in Directory.GetFiles(Repository.path [ "analyzers"; "docs" ], "AFF*.md") |> Array.sort do
                let id = string (Path.GetFileNameWithoutExtension path)
                let page = (File.ReadAllText path).ReplaceLineEndings "\n"

                for section in Regex.Matches(page, @"^## (.*)\n((?:(?!^## ).*\n?)*)", RegexOptions.Multiline) do
                    let heading = section.Groups[1].Value
                    let blocks = Regex.Matches(section.Groups[2].Value, "^```fsharp\n(.*?)\n```$", RegexOptions.Multiline ||| RegexOptions.Singleline)

                    for index, block in Seq.indexed blocks do
                        let name = $"{heading}{index + 1}"

                        {
                            Id = id
                            Heading = heading
                            File = $"{id}-{name}.fs"
                            Text = frame id name block.Groups[1].Value
                        }
        ]
