namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Answers the attempts with the given answers in order; the last one repeats.</summary>
internal static class ScriptedNetwork
{
    public static RecordingHandler Of(params Func<HttpResponseMessage>[] answers)
    {
        var count = 0;
        return new RecordingHandler((_, _) =>
        {
            var index = Math.Min(Interlocked.Increment(ref count), answers.Length) - 1;
            return Task.FromResult(answers[index]());
        });
    }

    public static Func<HttpResponseMessage> Success { get; } = () => Answers.Json(200, Answers.Arn);

    /// <summary>No answer: the connection breaks after the request was sent.</summary>
    public static Func<HttpResponseMessage> Lost { get; } = () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was lost.");

    public static Func<HttpResponseMessage> Error(int status, string? code = null, params (string Name, string Value)[] headers) =>
        () => Answers.Json(status, "{}", code is null ? headers : [("x-amzn-errortype", code), .. headers]);
}
