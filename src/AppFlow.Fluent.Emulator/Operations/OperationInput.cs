using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>The input of one call, by value.</summary>
internal abstract class OperationInput
{
    /// <summary>The label the call is about, if it is about one.</summary>
    public virtual string? ConnectorLabel => null;

    /// <summary>The token by which a repeated call is known, for the operations that have one.</summary>
    public virtual string? ClientToken => null;

    /// <summary>The description that is to be set, if one is.</summary>
    public virtual string? Description => null;

    /// <summary>The ARN of the Lambda that is to be assigned, if one is.</summary>
    public virtual string? LambdaArn => null;

    /// <summary>Whether carrying it out changes what the account holds.</summary>
    public virtual bool IsChange => false;

    /// <summary>What tells inputs of one operation and token apart: two bodies that mean the same have the same one.</summary>
    public virtual UInt128 Fingerprint() => 0;

    /// <exception cref="ServiceException">The model forbids something; the message tells all of it.</exception>
    public void ThrowIfInvalid()
    {
        var violations = new ConstraintViolations();
        Validate(violations);
        violations.ThrowIfAny();
    }

    /// <summary>Refuses what <see cref="Apply"/> would refuse, and changes nothing.</summary>
    /// <exception cref="ServiceException">The call is refused.</exception>
    public abstract void Check(ConnectorSet connectors);

    /// <summary>Carries the call out and gives the answer's body.</summary>
    /// <exception cref="ServiceException">The call is refused, and nothing was changed.</exception>
    public abstract byte[] Apply(ConnectorSet connectors);

    /// <summary>Collects whatever the model forbids.</summary>
    protected abstract void Validate(ConstraintViolations violations);
}
