using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>
/// Sets the missing fields: before the send, or where the request is created if some path sets one (so that the path's value still wins) or
/// only an initializer can set it.
/// </summary>
internal sealed class SetMissingFields() : Remedy(EquivalenceKey)
{
    public const string EquivalenceKey = nameof(SetMissingFields);

    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits)
    {
        if (site.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } send
            || RequestOf(send, site) is not var (request, type)
            || Settings(diagnostic, send, request, type, site) is not { } settings)
        {
            return null;
        }

        foreach (var place in settings.GroupBy(setting => setting.Place))
        {
            var added = place.ToList();
            edits.Replace(place.Key, rewritten => FieldSetting.Add(rewritten, place.Key == send, added));
        }

        return settings.Count == 0 ? null : $"Set {string.Join(" and ", settings.Select(setting => setting.Field.Name).Distinct())}";
    }

    private static (ExpressionSyntax Request, ITypeSymbol Type)? RequestOf(InvocationExpressionSyntax send, FixSite site)
    {
        var request = send.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => send.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Span.Contains(send.Span))?.Expression,
            _ => null,
        };
        if (request is not null && site.TypeOf(request) is { } type && RequestSymbols.IsRequest(type))
        {
            return (request, type);
        }

        // A direct call of a client's SendAsync sends its first argument.
        return send.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } argument && site.TypeOf(argument) is { } sent && RequestSymbols.IsRequest(sent)
            ? (argument, sent)
            : null;
    }

    // Null if one of the fields cannot be set; Fix All skips such a field and sets the others.
    private static List<FieldSetting>? Settings(Diagnostic diagnostic, InvocationExpressionSyntax send, ExpressionSyntax request, ITypeSymbol type, FixSite site)
    {
        var found = new List<FieldSetting>();
        foreach (var name in Reports.MissingFields(diagnostic))
        {
            if (RequestSymbols.FieldNamed(type, name) is not { } field)
            {
                return null;
            }

            var methods = RequestSymbols.SettersOf(type, field).Where(method => site.Model.IsAccessible(send.SpanStart, method)).ToList();
            var isMadeHere = send.Expression is not IdentifierNameSyntax && methods.Count > 0 && !Reports.IsSetOnSomePath(diagnostic);
            IReadOnlyList<ExpressionSyntax> places = !isMadeHere
                ? RequestCreations.Without(request, field, site)
                : request.Parent is ArgumentSyntax ? [request] : [send];
            var settings = places.Select(place => FieldSetting.At(place, field, methods, place == send, Reports.IsSetOnSomePath(diagnostic), site)).ToList();
            if (settings.Count == 0 || settings.Any(setting => setting is null))
            {
                if (site.IsFixAll)
                {
                    continue;
                }

                return null;
            }

            found.AddRange(settings.OfType<FieldSetting>());
        }

        return found;
    }
}
