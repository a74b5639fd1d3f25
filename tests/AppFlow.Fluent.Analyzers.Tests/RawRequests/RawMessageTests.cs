using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Messages name the operation, and nothing that only AppFlow.Fluent has.</summary>
public sealed class RawMessageTests
{
    [Theory]
    [InlineData(
        "ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = name })",
        "AFF2001: RunInstances requires MaxCount and MinCount, which no path to this call sets: the service refuses the request. Set MaxCount and MinCount.")]
    [InlineData(
        "ec2.DeleteVolumeAsync(flag ? new DeleteVolumeRequest(name) : new DeleteVolumeRequest())",
        "AFF2002: DeleteVolume requires VolumeId, which some path to this call does not set: on that path the service refuses the request. Set VolumeId.")]
    [InlineData(
        "ec2.DeleteVolumeAsync(new DeleteVolumeRequest(\"\"))",
        "AFF2003: VolumeId is required and must not be empty: a request without a value for it is refused. Set VolumeId to a value.")]
    [InlineData(
        "ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = \"ipam\" })",
        "AFF1003: The client token \"ipam\" is hard-coded: while it remembers the token, every run of the program is the same call to the service, which applies it once. Leave the token out.")]
    [InlineData(
        "sqs.SendMessageAsync(new SendMessageRequest(name, name) { MessageDeduplicationId = \"m\" })",
        "AFF1003: The client token \"m\" is hard-coded: while it remembers the token, every run of the program is the same call to the service, which applies it once. Create the token at run time, from the purpose of the call.")]
    public async Task A_message_says_the_consequence_and_the_fix(string call, string message)
    {
        var compilation = CSharpCompilation.Create(
            "Raw",
            [
                Analysis.Parse(AwsSdk.V4.Usings, "Usings.cs"),
                Analysis.Parse($"class C(IAmazonEC2 ec2, IAmazonSQS sqs) {{ object M(string name, bool flag) => (ec2, sqs, {call}); }}"),
            ],
            AwsSdk.V4.References,
            Snippets.CompilationOptions);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var diagnostic = Assert.Single(await Analysis.DiagnosticsAsync(compilation));

        Assert.Equal(message, $"{diagnostic.Id}: {diagnostic.GetMessage(null)}");
        Assert.DoesNotContain("8 hours", message, StringComparison.Ordinal);
        Assert.DoesNotContain("WithOperationId", message, StringComparison.Ordinal);
    }
}
