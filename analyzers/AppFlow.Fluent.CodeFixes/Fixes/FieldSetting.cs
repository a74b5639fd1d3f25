using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>How one field is set at one place: the method or initializer, and the value.</summary>
internal sealed class FieldSetting
{
    private FieldSetting(ExpressionSyntax place, IPropertySymbol field, IMethodSymbol? method, ExpressionSyntax value)
    {
        Place = place;
        Field = field;
        Method = method;
        Value = value;
    }

    /// <summary>The send before which the method is called, or the expression that creates the request.</summary>
    public ExpressionSyntax Place { get; }

    public IPropertySymbol Field { get; }

    /// <summary>Null if the initializer sets the property.</summary>
    public IMethodSymbol? Method { get; }

    public ExpressionSyntax Value { get; }

    /// <summary>
    /// With a value in scope that compiles there, or with a placeholder that the service refuses; null if there is neither.
    /// </summary>
    public static FieldSetting? At(ExpressionSyntax place, IPropertySymbol field, IReadOnlyList<IMethodSymbol> methods, bool isSend, bool isSetOnSomePath, FixSite site)
    {
        var ways = methods.Select(method => (Method: (IMethodSymbol?)method, method.Parameters[0].Name, method.Parameters[0].Type)).ToList();
        if (ways.Count == 0 && field.SetMethod is { } setter && site.Model.IsAccessible(place.SpanStart, setter) && place is BaseObjectCreationExpressionSyntax or WithExpressionSyntax)
        {
            ways.Add((null, field.Name, field.Type));
        }

        var member = UnusedNames.MemberAround(place);
        foreach (var (method, name, type) in ways)
        {
            foreach (var value in ValuesInScope.For(name, type, place, isSetOnSomePath, site))
            {
                var setting = new FieldSetting(place, field, method, value);
                var trial = new FileEdits(site.Root);
                trial.Replace(place, rewritten => Add(rewritten, isSend, [setting]));
                if (site.Compiles(trial, member))
                {
                    return setting;
                }
            }
        }

        // A placeholder must not look like a real value.
        return site.IsFixAll
            ? null
            : ways.Where(way => way.Type.SpecialType == SpecialType.System_String)
                .Select(way => (way.Method, Text: Placeholder(way.Name), ConstrainedBy: way.Method is null ? field : RequestSymbols.ConstrainedBy(field, way.Method.Parameters[0])))
                .Where(way => RequestSymbols.Refuses(way.ConstrainedBy, way.Text))
                .Select(way => new FieldSetting(place, field, way.Method, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(way.Text))))
                .FirstOrDefault();
    }

    /// <summary>The expression with the fields set.</summary>
    public static SyntaxNode Add(SyntaxNode place, bool isSend, IReadOnlyList<FieldSetting> settings)
    {
        var calls = settings.Where(setting => setting.Method is not null).Select(setting => (setting.Method!.Name, (ExpressionSyntax?)setting.Value)).ToList();
        var edited = settings.Where(setting => setting.Method is null).Aggregate(place, (node, setting) =>
            InitializerMember.Add(node, setting.Field.Name, setting.Value));
        return calls.Count == 0 ? edited : (edited, isSend) switch
        {
            (InvocationExpressionSyntax send, true) => CallInsertion.Before(send, calls),
            (WithExpressionSyntax with, false) => CallInsertion.After(SyntaxFactory.ParenthesizedExpression(with), calls),
            (ExpressionSyntax begin, false) => CallInsertion.After(begin, calls),
            _ => place,
        };
    }

    // connectorLabel: "<connector label>".
    private static string Placeholder(string name) =>
        "<" + string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString())) + ">";
}
