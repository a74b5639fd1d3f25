using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>
/// The connectors that calls work on: those that everybody sees, or those of a change that is not written yet. Each call is atomic;
/// connectors themselves never change.
/// </summary>
internal abstract class ConnectorSet(ConnectorAccount account, TimeProvider timeProvider)
{
    private readonly Lock _changes = new();

    public ConnectorAccount Account => account;

    protected TimeProvider TimeProvider => timeProvider;

    /// <exception cref="ServiceException">A connector already has this label.</exception>
    public void ThrowIfTaken(string label)
    {
        if (Find(label) is not null)
        {
            throw ServiceException.Conflict($"A connector with the label {label} is already registered.");
        }
    }

    public Connector Register(string label, string? description, string lambdaArn)
    {
        lock (_changes)
        {
            ThrowIfTaken(label);
            var connector = new Connector(label, NullIfEmpty(description), lambdaArn, Revision: 1, timeProvider.GetUtcNow(), account);
            Set(label, connector);
            return connector;
        }
    }

    /// <summary>Reads the Lambda function again, or another one if one is given. No description keeps the old one; an empty one clears it.</summary>
    public Connector Update(string label, string? description, string? lambdaArn)
    {
        lock (_changes)
        {
            var connector = Get(label);
            var updated = connector with
            {
                Description = description is null ? connector.Description : NullIfEmpty(description),
                LambdaArn = lambdaArn ?? connector.LambdaArn,
                Revision = connector.Revision + 1,
            };
            Set(label, updated);
            return updated;
        }
    }

    public void Unregister(string label)
    {
        lock (_changes)
        {
            Get(label);
            Set(label, connector: null);
        }
    }

    /// <exception cref="ServiceException">No connector has this label.</exception>
    public Connector Get(string label) =>
        Find(label) ?? throw ServiceException.ResourceNotFound($"No connector with the label {label} is registered.");

    public abstract ConnectorPage List(int maxResults, string? nextToken);

    /// <summary>Replaces the connector with its label; <see langword="null"/> removes it.</summary>
    public abstract void Set(string label, Connector? connector);

    public abstract Connector? Find(string label);

    private static string? NullIfEmpty(string? description) => string.IsNullOrEmpty(description) ? null : description;
}
