using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The failures of an AppFlow.Fluent send, for handlers that name types by symbols.</summary>
internal sealed class AppFlowFailures : FailureModel
{
    private readonly LibraryFailures _failures;

    private AppFlowFailures(LibraryFailures failures) => _failures = failures;

    /// <inheritdoc cref="LibraryFailures.Instance"/>
    public static AppFlowFailures Instance { get; } = new(LibraryFailures.Instance);

    /// <inheritdoc cref="LibraryFailures.WithWaitFailures"/>
    public static AppFlowFailures WithWaitFailures { get; } = new(LibraryFailures.WithWaitFailures);

    /// <inheritdoc/>
    public override ulong All => _failures.All;

    /// <inheritdoc/>
    public override ulong Refusals => _failures.Refusals;

    /// <inheritdoc/>
    public override ulong OfBuilding => _failures.OfBuilding;

    /// <inheritdoc/>
    public override ulong May(object test) => _failures.May(TestOf(test));

    /// <inheritdoc/>
    public override ulong Must(object test) => _failures.Must(TestOf(test));

    /// <inheritdoc cref="LibraryFailures.NamesOf"/>
    public IEnumerable<string> NamesOf(ulong classes) => _failures.NamesOf(classes);

    private static object TestOf(object test) => test is ITypeSymbol type ? new ExceptionSymbol(type) : test;
}
