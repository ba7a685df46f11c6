using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BotPhone.Operators;

/// <summary>The section <c>Operators</c>, without the operators' own settings.</summary>
internal sealed class OperatorsOptions
{
    /// <summary>The folder with a folder for each operator.</summary>
    [Required(ErrorMessage = "Operators:Path deve indicar a pasta das operadoras")]
    public string Path { get; set; } = "./plugins";
}

[OptionsValidator]
internal sealed partial class OperatorsOptionsValidator : IValidateOptions<OperatorsOptions>;
