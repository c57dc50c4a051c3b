"""Why the operating system refused something, by the name of its error."""

TEXTS = {
    "EACCES": ("dat mag u niet", "you may not do that"),
    "EBADF": ("er is geen verbinding mee", "it is not connected"),
    "EEXIST": ("het bestaat al", "it exists already"),
    "EIO": ("de schijf geeft een fout", "the disk reports an error"),
    "EISDIR": ("het is een map", "it is a folder"),
    "ENAMETOOLONG": ("de naam is te lang", "the name is too long"),
    "ENOENT": ("het bestaat niet", "it does not exist"),
    "ENOSPC": ("er is geen ruimte meer", "there is no space left"),
    "ENOTDIR": ("een deel van het pad is geen map", "a part of the path is not a folder"),
    "EPERM": ("dat mag u niet", "you may not do that"),
    "EROFS": ("er kan hier niet worden geschreven", "nothing can be written here"),
}
