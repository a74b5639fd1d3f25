using System.ComponentModel.DataAnnotations;

namespace Worker;

/// <summary>What to roll out: the section <c>Releases</c>.</summary>
internal sealed class ReleaseOptions
{
    /// <summary>The connector.</summary>
    [Required]
    public string ConnectorLabel { get; set; } = "";

    /// <summary>Its Lambda function.</summary>
    [Required]
    public string LambdaArn { get; set; } = "";

    /// <summary>The releases, in order.</summary>
    public IList<string> Names { get; } = [];

    /// <summary>The pause between two releases.</summary>
    public TimeSpan Pause { get; set; }
}
