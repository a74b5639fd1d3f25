namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open AppFlow.Fluent.Rules.Shapes

/// <summary>A type that a pattern tests a value for. Symbols of one type differ between files, so it is known by its names.</summary>
/// <param name="names">The full names of the type and of its bases, from the type on.</param>
type internal TestedType(names: string list) =
    inherit ExceptionType()

    member _.Names = names

    /// Whether a value of this type is of the other type too.
    member _.Is(other: TestedType) =
        match other.Names with
        | name :: _ -> List.contains name names
        | [] -> false

    override _.IsNamed(fullName) = List.tryHead names = Some fullName

    override this.DerivesFrom(fullName) = not (this.IsNamed fullName) && List.contains fullName names

    override _.Equals other =
        match other with
        | :? TestedType as other -> names = other.Names
        | _ -> false

    override _.GetHashCode() = hash names
