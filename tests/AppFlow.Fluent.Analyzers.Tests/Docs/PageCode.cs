using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Tests.RawRequests;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Tests.Docs;

/// <summary>A code block of a page: statements with fluent requests, or with AWS SDK requests.</summary>
internal sealed class PageCode(string statements)
{
    /// <summary>Whether it calls AWS SDK clients.</summary>
    public bool IsRaw { get; } = Regex.IsMatch(statements, @"\b(ec2|dynamo|s3|sqs)\.");

    /// <summary>The code in a project with everything it needs.</summary>
    public CSharpCompilation Compile() => IsRaw
        ? Analysis.Compilation([Analysis.Parse(AwsSdk.V4.Usings, "GlobalUsings.cs"), Analysis.Parse(Annotation, "Annotation.cs"), Analysis.Parse(Source)], referencesLibrary: false)
            .WithReferences(AwsSdk.V4.References)
        : Analysis.Compilation([Analysis.Parse(Source)]);

    /// <summary>The code inside a method.</summary>
    public string Source => IsRaw ? InRawMethod() : Verify.InMethod(statements);

    // A project without the library declares the attribute itself.
    private const string Annotation = """
        global using AppFlow.Fluent.Annotations;

        namespace AppFlow.Fluent.Annotations
        {
            [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
            public sealed class IdempotencyTokenAttribute : Attribute
            {
            }
        }
        """;

    private string InRawMethod() => $$"""
        public class C(IAmazonEC2 ec2, IAmazonDynamoDB dynamo, IAmazonS3 s3, IAmazonSQS sqs)
        {
            public async Task M(string label, string[] labels, bool condition)
            {
                await Task.Yield();
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;
}
