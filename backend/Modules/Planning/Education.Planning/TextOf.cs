using Education.SharedKernel;

namespace Education.Planning;

/// <summary>The text of a code in Kazakh, Russian and English; an argument that is a <see cref="LocalizedText"/> appears in each in its language.</summary>
internal delegate LocalizedText TextOf(string code, params object?[] args);
