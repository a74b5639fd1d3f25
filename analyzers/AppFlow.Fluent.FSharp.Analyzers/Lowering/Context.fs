namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open System.Collections.Generic
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// A function, or a computation that nobody has started, whose code is available.
[<ReferenceEquality>]
type internal Func =
    /// The name or member by which its code calls itself, if it does.
    | Code of parameters: Name list * body: Node * self: objnull
    | Partial of func: Func * arguments: Val list
    | Joined of first: Func * second: Func
    | Cold of body: Node

/// The result of an expression.
and [<ReferenceEquality>] internal Val =
    | Plain of Term
    | Func of Func

/// A function whose code is being lowered.
type internal Frame(body: Node, outer: Frame option) =
    /// Whether it has a name and is not a lambda.
    member val IsNamed = false with get, set
    member _.Body = body
    member _.Outer = outer
    /// Where the function begins, if it calls itself.
    member val Start: Block option = None with get, set
    /// The loop that the function forms when it calls itself.
    member val Loop: Loop option = None with get, set
    member val Parameters: Name list = [] with get, set

/// <summary>
/// The state of the walk over one body: the graph that it makes, the values of names, and the current position. The other modules of this folder do
/// the walking, and each continues through <see cref="P:Value"/>.
/// </summary>
type internal Context(declarations: Declarations, wrappers: Wrappers, makers: RequestMakers, functions: PureFunctions, kinds: RequestKinds) =
    let graph = GraphBuilder()
    let variables = Dictionary<Name, Variable>(HashIdentity.Reference)
    let bound = Dictionary<Name, Func>(HashIdentity.Reference)
    let concerning = Dictionary<Node, bool>(HashIdentity.Reference)
    let mutable steps = 0

    // A larger body is not judged. Functions that are lowered where they are called count towards it.
    static member MostNodes = 60_000

    member _.Declarations = declarations
    member _.Wrappers = wrappers
    member _.Makers = makers
    member _.PureFunctions = functions
    member _.Kinds = kinds
    member _.Graph = graph
    /// The functions that names are bound to.
    member _.Bound = bound
    /// Lowers an expression: adds its steps to the graph, and returns its result.
    member val Value: Node -> Val = (fun _ -> Plain Constant.Null) with get, set
    /// Lowers a condition, which continues with one block or the other.
    member val Condition: Node -> Block -> Block -> unit = (fun _ _ _ -> ()) with get, set
    /// The function whose code is lowered; none in the body itself.
    member val Frame: Frame option = None with get, set
    /// The loop that is lowered.
    member val Loop: Loop option = None with get, set
    /// Where the arms of the surrounding matches begin, with the names that they bind; the innermost first.
    member val Arms: (Block * Name list) array list = [] with get, set
    /// The failures that the surrounding handlers have caught, by the name that each handler gives them.
    member val Caught: Name list = [] with get, set
    /// The values that immutable names are bound to.
    member val Initial = Dictionary<Name, Node>(HashIdentity.Reference) with get
    /// Whether what is lowered is only printed or compared.
    member val IsLookedAt = false with get, set
    /// The variables that hold the result of a computation, after everything that it awaits.
    member val Results = HashSet<Variable>() with get
    /// The sends that throw at their own place.
    member val ThrownHere = HashSet<Site>() with get
    /// The code that was lowered so far.
    member val Lowered = HashSet<Node>(HashIdentity.Reference) with get
    /// How many pipelines surround the current position.
    member val Pipelines = 0 with get, set
    /// The number of copies of functions so far.
    member val Copies = 0 with get, set

    /// Whether the walk may visit one more expression.
    member _.Enter() =
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack()
        steps <- steps + 1
        steps <= Context.MostNodes

    member _.IsBeyond = steps > Context.MostNodes

    member _.Add(step: Step) = graph.Add step

    member _.VariableOf(name: Name) : Variable =
        match variables.TryGetValue name with
        | true, variable -> variable
        | _ ->
            let variable = Variable(name, name.Text)
            variables.Add(name, variable)
            variable

    member _.NewVariable() = Variable(obj (), "temp")

    /// <summary>Gives a variable a value.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">The value.</param>
    /// <param name="isMutable">
    /// Whether the program may later read another value from it. Conditions do not test names that are bound once or values joined from two paths.
    /// </param>
    member this.Assign(variable: Variable, value: Term, ?isMutable: bool) =
        this.Add(AssignStep(variable, value, IsWithinQuestion = not (defaultArg isMutable false)))

    member this.Make(kind: SiteKind, place: Node, ?grain: ClockGrain) : Term =
        let site = Site(kind, place, Grain = defaultArg grain ClockGrain.Fine)
        this.Add(MakeStep(site, Place = place))
        site.Value

    member this.Unknown(place: Node) : Term = this.Make(SiteKind.Unknown, place)

    /// An unknown choice: either block may be next.
    member this.Fork(place: Node, one: Block, other: Block) = graph.Branch(this.Unknown place, one, other)

    /// The caught failures, by the names that handlers give them.
    member val Failures = Dictionary<Name, Term>(HashIdentity.Reference) with get

    /// Gives a name its value.
    member this.Bind(name: Name, value: Val) =
        match value with
        | Plain(:? Root as root) when root.Site.Kind = SiteKind.Failure && not name.Symbol.IsMutable -> this.Failures[name] <- root
        | Func func when not name.Symbol.IsMutable -> bound[name] <- func
        | Func _ ->
            let site = Site(SiteKind.Unknown)
            this.Add(MakeStep site)
            this.Assign(this.VariableOf name, site.Value)
        | Plain term ->
            bound.Remove name |> ignore
            this.Assign(this.VariableOf name, term, name.Symbol.IsMutable)

    /// Whether the code concerns requests, or calls something that may.
    member this.Concerns(node: Node) : bool =
        match concerning.TryGetValue node with
        | true, known -> known
        | _ ->
            let isOne (part: Node) =
                match part.Shape with
                | Apply _
                | Computation _ -> true
                | Call(_, target, _) when (declarations.Of target).IsSome && target.CurriedParameterGroups.Count > 0 -> true
                | Call _
                | Use _
                | Create _
                | Record _ -> (kinds.OfType part.Type).IsSome || (wrappers.IsWrapper part)
                | _ -> false

            let result = Parts.exists isOne node
            concerning[node] <- result
            result

    /// A result of a function without effects; the symbol distinguishes functions of this kind.
    static member Pure(symbol: obj, [<System.ParamArray>] operands: Term array) : Term =
        TermFactory.Apply(Function(FunctionKind.Pure, symbol), operands)
