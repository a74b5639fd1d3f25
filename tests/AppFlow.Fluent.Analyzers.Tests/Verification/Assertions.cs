namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Assertions of test libraries, for snippets: they are recognised by name.</summary>
internal static class Assertions
{
    public const string Source = """
        public static class Assert
        {
            public static T Throws<T>(Action act) where T : Exception => null!;
            public static Task<T> ThrowsAsync<T>(Func<Task> act) where T : Exception => null!;
            public static void That(Action act, object constraint) { }
            public static void DoesNotThrow(Action act) => act();
        }

        public static class Throws { public static object Exception => null!; }

        public static class Record { public static Exception? Exception(Action act) => null; }

        public sealed class ActionAssertions
        {
            public void Throw<T>() where T : Exception { }
            public void ThrowExactly<T>() where T : Exception { }
            public Task ThrowAsync<T>() where T : Exception => Task.CompletedTask;
            public void NotThrow() { }
        }

        public static class FluentActions
        {
            public static Action Invoking(Action act) => act;
            public static ActionAssertions Should(this Action act) => new();
            public static ActionAssertions Should(this Func<Task> act) => new();
        }
        """;
}
