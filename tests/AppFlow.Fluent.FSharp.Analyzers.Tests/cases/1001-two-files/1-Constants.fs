// why: constants of one file, used in another one.
module Cases.TwoFiles.Constants

[<Literal>]
let Nightly = "t1001d-nightly"

let weekly = "t1001d-weekly"
