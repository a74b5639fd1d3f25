using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>The input of one call, compared by value.</summary>
internal abstract class OperationInput
{
    /// <summary>The connector label of the call, if it has one.</summary>
    public virtual string? ConnectorLabel => null;

    /// <summary>The client token that identifies a repeated call, for the operations that have one.</summary>
    public virtual string? ClientToken => null;

    /// <summary>The description to set, if any.</summary>
    public virtual string? Description => null;

    /// <summary>The ARN of the Lambda to assign, if any.</summary>
    public virtual string? LambdaArn => null;

    /// <summary>Whether applying the call changes connectors.</summary>
    public virtual bool IsChange => false;

    /// <summary>Distinguishes the inputs of one operation and token: bodies with equal values have the same fingerprint.</summary>
    public virtual UInt128 Fingerprint() => 0;

    /// <exception cref="ServiceException">The input violates the model; the message lists all violations.</exception>
    public void ThrowIfInvalid()
    {
        var violations = new ConstraintViolations();
        Validate(violations);
        violations.ThrowIfAny();
    }

    /// <summary>Throws if <see cref="Apply"/> would refuse the call. Changes nothing.</summary>
    /// <exception cref="ServiceException">The call is refused.</exception>
    public abstract void Check(ConnectorSet connectors);

    /// <summary>Applies the call and returns the body of the answer.</summary>
    /// <exception cref="ServiceException">The call is refused, and nothing was changed.</exception>
    public abstract byte[] Apply(ConnectorSet connectors);

    /// <summary>Collects all violations of the model.</summary>
    protected abstract void Validate(ConstraintViolations violations);
}
