namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>A type that a handler tests an exception for, as the front end's compiler knows it.</summary>
internal abstract class ExceptionType
{
    /// <summary>Whether it has this full name.</summary>
    public abstract bool IsNamed(string fullName);

    /// <summary>Whether one of its bases has this full name.</summary>
    public abstract bool DerivesFrom(string fullName);
}
