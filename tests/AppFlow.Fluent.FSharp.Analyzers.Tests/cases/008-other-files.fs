// why: a project's other files have nothing to do with the library.
module Mechanics.OtherFiles

type Order = { Label: string; Lines: int }

let total orders = orders |> List.sumBy _.Lines
