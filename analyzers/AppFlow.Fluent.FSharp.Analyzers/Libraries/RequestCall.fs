namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// What a call does to a request.
type internal CallKind =
    /// It makes one from nothing.
    | Begin
    /// It makes one from another one.
    | With
    /// It changes the one that it is called on.
    | Mutate
    | Send
    /// It reads all pages of a list.
    | Enumerate
    /// It is a function of the user's own that takes a token.
    | Wrapper

/// What a call gives to a field.
[<NoComparison; ReferenceEquality>]
type internal Given =
    { Field: Field
      /// The argument; none where what is given is not known, or a constant.
      Value: Node option
      /// A constant that the call gives by itself, such as the flag that <c>WithForceDelete()</c> sets.
      Constant: objnull
      HasConstant: bool
      /// The member that makes the field of the argument; empty where the argument is the field.
      Maker: string
      /// What the value is called, and which values it takes.
      Name: string
      Constraints: ValueConstraints option }

    /// A field that gets what an argument is.
    static member Whole(field: Field, value: Node) =
        { Field = field
          Value = Some(Parts.bare value)
          Constant = null
          HasConstant = false
          Maker = ""
          Name = field.Name
          Constraints = None }

/// A call that does something to a request, or takes a token.
[<NoComparison; ReferenceEquality>]
type internal RequestCall =
    { Kind: CallKind
      Shape: RequestShape
      /// The class of the request; none for a wrapper.
      Request: RequestKind option
      Given: Given list
      Source: Node option
      Client: Node option
      /// Whether fields that are not named may be set all the same.
      IsOpen: bool
      /// The method's name, for messages.
      Method: string }

/// Which values are clients, and which arguments say nothing.
module internal Arguments =
    /// Whether an optional argument is left out, or given the nothing that it has by itself.
    let isEmpty (node: Node) =
        match node.Shape with
        | Null
        | Unit -> true
        | Case(case, []) -> case.Name = "None"
        | _ -> false

    /// Whether a type is a client's.
    let isClient (ty: FSharpType) =
        let isContract name = name = "AppFlow.Fluent.IAppFlowClient" || name = "System.Net.Http.HttpClient" || name = "System.Net.Http.HttpMessageInvoker"

        Types.bases ty |> List.exists isContract
        || (match Types.entityOf ty with
            | Some entity -> entity.AllInterfaces |> Seq.exists (fun face -> isContract (Types.name face))
            | None -> false)

    /// The argument that is the client of a call.
    let clientOf (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) =
        Seq.zip (Members.parametersOf target) arguments
        |> Seq.tryPick (fun (parameter, argument) -> if isClient parameter.Type && not (isEmpty argument) then Some argument else None)
