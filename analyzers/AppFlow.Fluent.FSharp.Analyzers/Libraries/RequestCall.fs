namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// What a call does to a request.
type internal CallKind =
    /// It makes a new request.
    | Begin
    /// It makes a request from another one.
    | With
    /// It changes the request that it is called on.
    | Mutate
    | Send
    /// It reads all pages of a list.
    | Enumerate
    /// It is one of the user's functions that take a token.
    | Wrapper

/// The value that a call gives to a field.
[<NoComparison; ReferenceEquality>]
type internal Given =
    { Field: Field
      /// The argument; none if the value is unknown or a constant.
      Value: Node option
      /// A constant that the call itself sets, such as the flag that <c>WithForceDelete()</c> sets.
      Constant: objnull
      HasConstant: bool
      /// The member that makes the field's value from the argument; empty if the argument is the value.
      Maker: string
      /// The name of the value, and which values it takes.
      Name: string
      Constraints: ValueConstraints option }

    /// A field whose value is an argument.
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
      /// Whether fields that are not named may be set too.
      IsOpen: bool
      /// The method's name, for messages.
      Method: string }

    /// The call of something of the user's own that takes a token; none if it gets no token.
    static member OfWrapper(shape: RequestShape, given: Given list, client: Node option, name: string) : RequestCall option =
        if given |> List.exists (fun given -> given.Field.Role = FieldRole.Token) then
            Some
                { Kind = Wrapper
                  Shape = shape
                  Request = None
                  Given = given
                  Source = None
                  Client = client
                  IsOpen = false
                  Method = name }
        else
            None

/// Which values are clients, and which arguments add nothing.
module internal Arguments =
    /// Whether an optional argument is left out, or has its default value.
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
