function-market-research = market research
function-development = product development
function-new-markets = the opening of markets
function-channels = the channels
function-information = market news
function-pricing = the look at prices
function-promotion = promotion
