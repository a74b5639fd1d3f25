namespace AppFlow.Fluent.FSharp.Analyzers.Trees

open FSharp.Compiler.Symbols
open FSharp.Compiler.Text

/// A local, a parameter, or a value of a module, by identity.
type internal Name(symbol: FSharpMemberOrFunctionOrValue, text: string) =
    /// What the compiler knows it by.
    member _.Symbol = symbol
    /// How the program spells it.
    member _.Text = text
    override _.ToString() = text

/// An expression of the typed tree, read once. Nodes are told apart by identity: findings are put on them.
type internal Node(shape: Shape, range: range, ty: FSharpType, owner: int) =
    /// What kind of expression it is.
    member _.Shape = shape
    /// Where it stands.
    member _.Range = range
    /// What type it has.
    member _.Type = ty
    /// The number of the declaration whose code it is.
    member _.Owner = owner
    /// The same expression in another form.
    member _.With shape = Node(shape, range, ty, owner)

/// What an expression is. What F# writes in several ways, and means the same by, is one case: a pipeline is a call.
and [<NoComparison; ReferenceEquality>] internal Shape =
    | Const of value: obj
    | Unit
    /// <c>null</c>, an optional argument that is left out, the default of a type.
    | Null
    | Use of Name
    /// The receiver of a member, or of its base class.
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
    /// A computation's <c>let!</c>, <c>do!</c> or <c>return!</c> waits for a task or runs another computation.
    | Await of Node
    /// The body of <c>task { }</c>, which begins at once, or of <c>async { }</c>, which runs each time that somebody asks for it.
    | Computation of isCold: bool * body: Node
    | ObjectExpression of functions: Node list
    /// Code that is data, such as a quotation.
    | Quoted
    /// Anything else: its parts run in their order.
    | Other of Node list
