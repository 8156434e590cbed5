"""Every regular expression that reads minutes: named, with an invented example above each, a subject a module.

Minutes come from strangers: each repeat is bounded, so that reading stays linear in the length of the text.
"""
