namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>Some connectors in the order of their labels, and the token of the next page, if there is one.</summary>
internal sealed record ConnectorPage(IReadOnlyList<Connector> Connectors, string? NextToken);
