namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Programs

open System.Text.RegularExpressions

/// What a program asks for: at the end of a line <c>//~ AFF1001</c> for each diagnostic that must be there, <c>//~? AFF1002</c> for what may be.
type Marks =
    {
        /// Line and id, as often as required.
        Required: (int * string) list
        Tolerated: Set<int * string>
    }

module Marks =
    let private form = Regex(@"//~(\??)((?:\s+AFF\d{4})+)")

    let read (text: string) =
        let all =
            [
                for index, line in Seq.indexed (text.Split '\n') do
                    for mark in form.Matches line do
                        for id in Regex.Matches(mark.Groups[2].Value, @"AFF\d{4}") do
                            mark.Groups[1].Value = "", (index + 1, id.Value)
            ]

        {
            Required = [ for required, place in all do if required then place ]
            Tolerated = set [ for required, place in all do if not required then place ]
        }

    let private times place places = places |> List.filter ((=) place) |> List.length

    /// What differs from the marks, in words; nothing where all is right.
    let differences (found: (int * string) list) (marks: Marks) =
        [
            for line, id in List.distinct (found @ marks.Required) do
                let required = times (line, id) marks.Required
                let there = times (line, id) found

                if there < required then
                    $"line {line}: {id} is missing"
                elif there > required && not (marks.Tolerated.Contains(line, id)) then
                    $"line {line}: {id} is too much"
        ]
