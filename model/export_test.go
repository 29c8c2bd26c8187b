package model

// What the tests beside the package look at.
var CheckForm = checkForm
var InternetCites = internetCites
