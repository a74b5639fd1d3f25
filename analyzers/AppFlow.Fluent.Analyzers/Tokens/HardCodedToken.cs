using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>AFF1003: a hard-coded token, sent from one place only.</summary>
internal static class HardCodedToken
{
    public static Diagnostic At(TokenPlace place) => Diagnostic.Create(Descriptors.HardCodedToken, place.Location, place.Values[0]);
}
