using AppFlow.Fluent.CodeFixes.Edits;
using AppFlow.Fluent.CodeFixes.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Creates the token before the retry: the loop's own local for it moves there, otherwise a new local is added.</summary>
internal sealed class HoistToken() : Remedy(nameof(HoistTokenCodeFix))
{
    private const string Title = "Create one client token before the retry";
    private const string Local = "clientToken";

    public override string? Plan(Diagnostic diagnostic, FixSite site, FileEdits edits)
    {
        if (diagnostic.AdditionalLocations.Count == 0 || site.NodeAt(diagnostic.AdditionalLocations[0]) is not { } retry)
        {
            return null;
        }

        // A token that the request's own class creates is in another place.
        var fresh = diagnostic.AdditionalLocations.Count > 1 && diagnostic.AdditionalLocations[1] is var made && IsIn(retry, made) ? site.NodeAt(made) as ExpressionSyntax : null;
        var done = fresh is not null
            ? AddFresh(fresh, retry, Reports.IsPlainToken(diagnostic), site, edits)
            : site.NodeAt(diagnostic.Location)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } send
                && (Reports.TokenProperty(diagnostic) is { } property
                    ? AddProperty(send, retry, property, site, edits)
                    : AddMissing(send, retry, Reports.TokenSetter(diagnostic), site, edits));
        return done ? Title : null;
    }

    private static bool IsIn(SyntaxNode retry, Location place) =>
        place.SourceTree?.FilePath == retry.SyntaxTree.FilePath && retry.Span.Contains(place.SourceSpan);

    private static bool AddMissing(InvocationExpressionSyntax send, SyntaxNode retry, string? setter, FixSite site, FileEdits edits)
    {
        if (RetryStatement.Before(retry, send) is not { } statement || edits.IsReplaced(send) || send.Expression is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
        {
            return false;
        }

        if (setter is not null)
        {
            var local = edits.UnusedName(Local, statement);
            edits.InsertBefore(statement, Declaration(local, NewToken(site)));
            if (HandedTo(send, site) is { } handed)
            {
                edits.Replace(handed, rewritten => CallInsertion.After((ExpressionSyntax)rewritten, [(setter, SyntaxFactory.IdentifierName(local))]));
            }
            else
            {
                edits.Replace(send, rewritten => CallInsertion.Before((InvocationExpressionSyntax)rewritten, [(setter, SyntaxFactory.IdentifierName(local))]));
            }

            return true;
        }

        // A user's own request whose token can only be set by an initializer.
        return send.Expression is MemberAccessExpressionSyntax { Expression: var request }
            && site.TypeOf(request) is { } type
            && RequestSymbols.TokenOf(type) is { SetMethod: not null, Type.SpecialType: SpecialType.System_String } token
            && RequestCreations.Without(request, token, site) is { Count: 1 } begun
            && RetryStatement.Before(retry, begun[0]) == statement
            && AddMember(begun[0], token, statement, site, edits);
    }

    // The request that a client's own SendAsync gets; null if the request itself sends.
    private static ExpressionSyntax? HandedTo(InvocationExpressionSyntax send, FixSite site) =>
        !(send.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && RequestSymbols.IsRequest(site.TypeOf(receiver)))
        && send.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } argument
        && RequestSymbols.IsRequest(site.TypeOf(argument))
            ? argument
            : null;

    // An AWS SDK request is the first argument of its send. If it is created before the retry, it gets its token there.
    private static bool AddProperty(InvocationExpressionSyntax send, SyntaxNode retry, string property, FixSite site, FileEdits edits)
    {
        var request = send.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        var creation = request as BaseObjectCreationExpressionSyntax ?? (request is IdentifierNameSyntax name ? OnlyCreationOf(name, site) : null);
        if (creation is null || edits.IsReplaced(creation) || creation.Initializer?.Kind() == SyntaxKind.CollectionInitializerExpression)
        {
            return false;
        }

        if (!retry.Span.Contains(creation.Span))
        {
            // A loop around the retry sends the object again as another request; a function that runs again creates another object.
            if (RoundAround(retry)?.Span.Contains(creation.Span) == false || (FunctionAround(send) is { } run && run.Span.Contains(creation.Span) && !run.Span.Contains(retry.Span)))
            {
                return false;
            }

            edits.Replace(creation, rewritten => InitializerMember.Add(rewritten, property, NewToken(site)));
            return true;
        }

        if (RetryStatement.Before(retry, creation) is not { } statement)
        {
            return false;
        }

        var local = edits.UnusedName(Local, statement);
        edits.InsertBefore(statement, Declaration(local, NewToken(site)));
        edits.Replace(creation, rewritten => InitializerMember.Add(rewritten, property, SyntaxFactory.IdentifierName(local)));
        return true;
    }

    private static SyntaxNode? RoundAround(SyntaxNode retry) => retry.Ancestors().FirstOrDefault(node => node
        is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static SyntaxNode? FunctionAround(SyntaxNode send) =>
        send.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    // The creation that initialises a local, if the local is never assigned again.
    private static BaseObjectCreationExpressionSyntax? OnlyCreationOf(IdentifierNameSyntax name, FixSite site) =>
        site.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local
        && local.DeclaringSyntaxReferences[0].GetSyntax(site.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation }
        && !UnusedNames.MemberAround(name).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var written } && written == local.Name)
            ? creation
            : null;

    private static bool AddMember(ExpressionSyntax begin, IPropertySymbol token, StatementSyntax statement, FixSite site, FileEdits edits)
    {
        if (begin is not (BaseObjectCreationExpressionSyntax or WithExpressionSyntax) || edits.IsReplaced(begin))
        {
            return false;
        }

        var local = edits.UnusedName(Local, statement);
        edits.InsertBefore(statement, Declaration(local, NewToken(site)));
        edits.Replace(begin, rewritten => InitializerMember.Add(rewritten, token.Name, SyntaxFactory.IdentifierName(local)));
        return true;
    }

    private static bool AddFresh(ExpressionSyntax fresh, SyntaxNode retry, bool isPlain, FixSite site, FileEdits edits)
    {
        if (RetryStatement.Before(retry, fresh) is not { } statement || edits.IsReplaced(fresh) || edits.IsGone(fresh))
        {
            return false;
        }

        if (site.TypeOf(fresh)?.SpecialType != SpecialType.System_String)
        {
            return false;
        }

        if (RetryStatement.RefreshedLocal(fresh, statement, site) is { } refresh)
        {
            edits.Remove(refresh);
            return true;
        }

        var reads = RetryStatement.ReadsOnlyWhatHolds(fresh, statement, site);
        if (reads && RetryStatement.MovableDeclaration(fresh, statement, site) is { } declaration)
        {
            edits.Move(declaration, statement);
            return true;
        }

        // A token expression with more than a fresh value is kept unchanged, if it means the same before the retry.
        return AddLocal(fresh, isPlain || !reads ? NewToken(site) : fresh.WithoutTrivia(), statement, edits);
    }

    private static bool AddLocal(ExpressionSyntax fresh, ExpressionSyntax token, StatementSyntax statement, FileEdits edits)
    {
        var local = edits.UnusedName(Local, statement);
        edits.InsertBefore(statement, Declaration(local, token));
        edits.Replace(fresh, rewritten => SyntaxFactory.IdentifierName(local).WithTriviaFrom(rewritten));
        edits.AddGone(fresh);
        return true;
    }

    private static LocalDeclarationStatementSyntax Declaration(string local, ExpressionSyntax token)
    {
        var template = (LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"var {local} = null;");
        return template.ReplaceNode(template.Declaration.Variables[0].Initializer!.Value, token);
    }

    private static ExpressionSyntax NewToken(FixSite site)
    {
        var hasLibrary = site.Model.Compilation.GetTypesByMetadataName("AppFlow.Fluent.ClientToken").Any(RequestSymbols.IsOfLibrary);
        var make = SyntaxFactory.ParseExpression(hasLibrary ? "global::AppFlow.Fluent.ClientToken.New()" : "global::System.Guid.NewGuid().ToString()");
        var type = make.DescendantNodes().OfType<MemberAccessExpressionSyntax>().First(access => access.Name.Identifier.ValueText is "ClientToken" or "Guid");
        return make.ReplaceNode(type, type.WithAdditionalAnnotations(Simplifier.Annotation));
    }
}
