namespace Education.Preschool.Groups;

/// <summary>Топтың тілі / язык группы; an application wants exactly one.</summary>
internal enum GroupLanguage
{
    /// <summary>Қазақ тілі / казахский.</summary>
    Kk,

    /// <summary>Орыс тілі / русский.</summary>
    Ru,

    /// <summary>Аралас / смешанная.</summary>
    Mixed,

    /// <summary>Басқа / другой.</summary>
    Other,
}
