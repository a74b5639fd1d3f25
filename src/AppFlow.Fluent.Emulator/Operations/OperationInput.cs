using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>
/// The input of one call, by value: two bodies that mean the same are equal inputs, however they are written.
/// </summary>
internal abstract record OperationInput
{
    /// <summary>The label the call is about, if it is about one.</summary>
    public virtual string? ConnectorLabel => null;

    /// <summary>The token by which a repeated call is known, for the operations that have one.</summary>
    public virtual string? ClientToken => null;

    /// <summary>Whether carrying it out changes what the account holds.</summary>
    public virtual bool IsChange => false;

    /// <summary>Collects whatever the model forbids.</summary>
    public abstract void Validate(ConstraintViolations violations);

    /// <summary>Carries the call out and gives the answer's body.</summary>
    /// <exception cref="ServiceException">The call is refused, and nothing was changed.</exception>
    public abstract byte[] Apply(ConnectorRegistry registry);
}
