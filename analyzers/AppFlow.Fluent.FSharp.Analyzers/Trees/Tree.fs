namespace AppFlow.Fluent.FSharp.Analyzers.Trees

open FSharp.Compiler.Symbols
open FSharp.Compiler.Text

/// A local, a parameter, or a value of a module, compared by identity.
type internal Name(symbol: FSharpMemberOrFunctionOrValue, text: string) =
    /// The compiler's symbol for it.
    member _.Symbol = symbol
    /// Its spelling in the program.
    member _.Text = text
    override _.ToString() = text

/// An expression of the typed tree, read once. Nodes are compared by identity, because findings are attached to them.
type internal Node(shape: Shape, range: range, ty: FSharpType, owner: int) =
    /// Its kind of expression.
    member _.Shape = shape
    /// Its position.
    member _.Range = range
    /// Its type.
    member _.Type = ty
    /// The number of the declaration that contains it.
    member _.Owner = owner
    /// The same expression in another form.
    member _.With shape = Node(shape, range, ty, owner)

/// The shape of an expression. Forms of F# that mean the same share one case: a pipeline is a call.
and [<NoComparison; ReferenceEquality>] internal Shape =
    | Const of value: obj
    | Unit
    /// <c>null</c>, an optional argument that is left out, or the default of a type.
    | Null
    | Use of Name
    /// The receiver of a member, seen as its own class or as its base class.
    | This
    | Lambda of parameters: Name list * body: Node
    | Let of name: Name * value: Node * body: Node
    | LetRec of bindings: (Name * Node) list * body: Node
    | If of condition: Node * whenTrue: Node * whenFalse: Node
    | Sequence of first: Node * second: Node
    /// A function value is applied.
    | Apply of func: Node * arguments: Node list
    /// A member, or a function of a module, is called.
    | Call of receiver: Node option * target: FSharpMemberOrFunctionOrValue * arguments: Node list
    | Create of constructor: FSharpMemberOrFunctionOrValue * arguments: Node list
    | Compose of first: Node * second: Node
    | Coerce of Node
    | Tuple of Node list
    | TupleItem of index: int * tuple: Node
    | Array of Node list
    | Record of ty: FSharpType * fields: Node list
    | ReadField of receiver: Node option * field: FSharpField
    /// A static field of a .NET type.
    | StaticField of owner: FSharpType
    | SetField of receiver: Node option * field: FSharpField * value: Node
    | AnonymousField of index: int * record: Node
    | Case of case: FSharpUnionCase * arguments: Node list
    | CaseTest of case: FSharpUnionCase * value: Node
    | CaseItem of case: FSharpUnionCase * field: FSharpField * value: Node
    | TypeTest of ty: FSharpType * value: Node
    /// Arms that several branches of a match share.
    | Match of decision: Node * arms: (Name list * Node) list
    | Arm of index: int * arguments: Node list
    | Assign of name: Name * value: Node
    | AddressOf of Node
    | SetAddress of address: Node * value: Node
    | While of condition: Node * body: Node
    | ForIn of item: Name * collection: Node * body: Node
    | For of first: Node * last: Node * body: Node
    | TryFinally of body: Node * last: Node
    | TryWith of body: Node * failure: Name * handler: Node
    /// A computation's <c>let!</c>, <c>do!</c> or <c>return!</c> awaits a task or runs another computation.
    | Await of Node
    /// The body of <c>task { }</c>, which starts at once, or of <c>async { }</c>, which runs each time that somebody starts it.
    | Computation of isCold: bool * body: Node
    | ObjectExpression of functions: Node list
    /// Code that is data, such as a quotation.
    | Quoted
    /// Anything else: its parts run in order.
    | Other of Node list
