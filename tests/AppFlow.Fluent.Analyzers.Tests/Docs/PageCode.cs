using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Tests.RawRequests;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Analyzers.Tests.Docs;

/// <summary>A piece of a page's code: statements with fluent requests, or with requests of the AWS SDK.</summary>
internal sealed class PageCode(string statements)
{
    /// <summary>Whether it calls clients of the AWS SDK.</summary>
    public bool IsRaw { get; } = Regex.IsMatch(statements, @"\b(ec2|dynamo|s3|sqs)\.");

    /// <summary>The code in a project that has what it needs.</summary>
    public CSharpCompilation Compile() => IsRaw
        ? Analysis.Compilation([Analysis.Parse(AwsSdk.V4.Usings, "GlobalUsings.cs"), Analysis.Parse(Annotation, "Annotation.cs"), Analysis.Parse(Source)], referencesLibrary: false)
            .WithReferences(AwsSdk.V4.References)
        : Analysis.Compilation([Analysis.Parse(Source)]);

    /// <summary>The code in the method that it would stand in.</summary>
    public string Source => IsRaw ? InRawMethod() : Verify.InMethod(statements);

    // A project without the library declares the mark itself.
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
