namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open System.Collections.Generic
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// A function, or a computation that nobody has begun, whose code is at hand.
[<ReferenceEquality>]
type internal Func =
    /// Its code calls itself by a name or a member, if by any.
    | Code of parameters: Name list * body: Node * self: objnull
    | Partial of func: Func * arguments: Val list
    | Joined of first: Func * second: Func
    | Cold of body: Node

/// What an expression gives.
and [<ReferenceEquality>] internal Val =
    | Plain of Term
    | Func of Func

/// A function whose code is being lowered.
type internal Frame(body: Node, outer: Frame option) =
    /// Whether it has a name, and is no lambda.
    member val IsNamed = false with get, set
    member _.Body = body
    member _.Outer = outer
    /// Where the function begins, for one that calls itself.
    member val Start: Block option = None with get, set
    /// What goes round when the function calls itself.
    member val Loop: Loop option = None with get, set
    member val Parameters: Name list = [] with get, set

/// <summary>
/// What the walk over one body keeps: the graph that it makes, what names stand for, and where it is. The walk itself is in the modules beside, each of
/// which goes on through <see cref="P:Value"/>.
/// </summary>
type internal Context(declarations: Declarations, wrappers: Wrappers, kinds: RequestKinds) =
    let graph = GraphBuilder()
    let variables = Dictionary<Name, Variable>(HashIdentity.Reference)
    let bound = Dictionary<Name, Func>(HashIdentity.Reference)
    let concerning = Dictionary<Node, bool>(HashIdentity.Reference)
    let mutable steps = 0

    // A body beyond it is not judged: functions that are lowered where they are called are paid from it.
    static member MostNodes = 60_000

    member _.Declarations = declarations
    member _.Wrappers = wrappers
    member _.Kinds = kinds
    member _.Graph = graph
    /// The functions that names stand for.
    member _.Bound = bound
    /// Lowers an expression: its steps go into the graph, and what it gives comes back.
    member val Value: Node -> Val = (fun _ -> Plain Constant.Null) with get, set
    /// Lowers a condition, which goes on to one block or the other.
    member val Condition: Node -> Block -> Block -> unit = (fun _ _ _ -> ()) with get, set
    /// The function whose code is lowered; none in the body itself.
    member val Frame: Frame option = None with get, set
    /// The loop that is lowered.
    member val Loop: Loop option = None with get, set
    /// Where the arms of the matches around begin, with the names that they bind; the innermost first.
    member val Arms: (Block * Name list) array list = [] with get, set
    /// The failures that the handlers around have caught, by the name that they have there.
    member val Caught: Name list = [] with get, set
    /// What immutable names are given where they are bound.
    member val Initial = Dictionary<Name, Node>(HashIdentity.Reference) with get
    /// Whether what is lowered is only printed or compared.
    member val IsLookedAt = false with get, set
    /// The variables that hold what a computation gives, after all that it waits for.
    member val Results = HashSet<Variable>() with get
    /// The sends that throw where they stand.
    member val ThrownHere = HashSet<Site>() with get
    /// The code that was lowered.
    member val Lowered = HashSet<Node>(HashIdentity.Reference) with get
    /// How many copies of functions there are.
    member val Copies = 0 with get, set

    /// Whether the walk may go on with one expression more.
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
    /// Whether the program may read it later for another value than it had: what is named once, or joined from two ways, is no state that a condition asks for.
    /// </param>
    member this.Assign(variable: Variable, value: Term, ?isMutable: bool) =
        this.Add(AssignStep(variable, value, IsWithinQuestion = not (defaultArg isMutable false)))

    member this.Make(kind: SiteKind, place: Node, ?grain: ClockGrain) : Term =
        let site = Site(kind, place, Grain = defaultArg grain ClockGrain.Fine)
        this.Add(MakeStep(site, Place = place))
        site.Value

    member this.Unknown(place: Node) : Term = this.Make(SiteKind.Unknown, place)

    /// Where a choice is open: either block may be next.
    member this.Fork(place: Node, one: Block, other: Block) = graph.Branch(this.Unknown place, one, other)

    /// What was caught, by the names that handlers have for it.
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

    /// Whether the code has anything to do with requests, or calls what may.
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

    /// What tells one from another two functions of the same kind.
    static member Pure(symbol: obj, [<System.ParamArray>] operands: Term array) : Term =
        TermFactory.Apply(Function(FunctionKind.Pure, symbol), operands)
