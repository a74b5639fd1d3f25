using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Bodies;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The token places of one tree's calls, kept until the declarations of any tree change.</summary>
internal sealed class KnownPlaces
{
    private readonly object _gate = new();
    private readonly Dictionary<TextSpan, ImmutableArray<TokenPlace>> _places = [];
    private DeclarationVersion? _version;

    public bool TryGet(CallSite call, DeclarationVersion version, out ImmutableArray<TokenPlace> places)
    {
        lock (_gate)
        {
            places = default;
            return _version == version && _places.TryGetValue(call.Span, out places);
        }
    }

    public void Keep(CallSite call, DeclarationVersion version, ImmutableArray<TokenPlace> places)
    {
        lock (_gate)
        {
            if (_version != version)
            {
                _places.Clear();
                _version = version;
            }

            _places[call.Span] = places;
        }
    }
}
