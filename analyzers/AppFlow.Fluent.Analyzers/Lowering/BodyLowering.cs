using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Lowers the body of a member, or the value of an initializer, to the steps that the engine reads.</summary>
internal static class BodyLowering
{
    /// <summary>The steps of a body.</summary>
    /// <param name="block">The operation of the body: of a method, a constructor, an accessor, an initializer, an attribute.</param>
    /// <param name="library">The request library of the compilation.</param>
    /// <param name="compilation">The compilation that the body belongs to.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The graph; null if the body has no call on a request, or is too large.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StepGraph? Lower(IOperation block, RequestLibrary library, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!MentionsRequests(block, library, cancellationToken))
        {
            return null;
        }

        try
        {
            return new BodyLowerer(block, library, compilation, cancellationToken).Run();
        }
        catch (InsufficientExecutionStackException)
        {
            // Nested too deeply for handwritten code: silent.
            return null;
        }
    }

    private static bool MentionsRequests(IOperation block, RequestLibrary library, CancellationToken cancellationToken)
    {
        foreach (var operation in block.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (RequestLibrary.MayBeCall(operation) && library.CallOf(operation) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
