using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Steps;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal static class BodyLowering
{
    public static StepGraph? Lower(IOperation body, RequestLibrary library, Compilation compilation, CancellationToken cancellationToken) => null;
}
