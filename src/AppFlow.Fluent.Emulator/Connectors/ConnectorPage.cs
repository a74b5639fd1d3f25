namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>Some connectors in the order of their labels, and the token for those behind them, if there are any.</summary>
internal sealed record ConnectorPage(IReadOnlyList<Connector> Connectors, string? NextToken);
